import type { HomeState } from '@cairn/contracts/http/home';
import { useDocumentVisibility } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newUnlocks, type Unlock } from './new-unlocks.js';

interface Queue {
  unlocks: readonly Unlock[];
  at: number;
  open: boolean;
}

/**
 * The unlocks that came while the page was open, one after another; they wait while nobody looks at the page. The last
 * one stays `current` when it is closed, for the time it takes to fade away.
 */
export function useUnlockQueue(home: HomeState) {
  const former = useRef<HomeState>(undefined);
  const [queue, setQueue] = useState<Queue>({ unlocks: [], at: 0, open: false });
  const visible = useDocumentVisibility() === 'visible';

  useEffect(() => {
    const before = former.current;
    former.current = home;
    if (!before || before.ambassador.id !== home.ambassador.id) return;
    const unlocks = newUnlocks(before, home);
    if (unlocks.length > 0) setQueue(waiting => joined(waiting, unlocks));
  }, [home]);

  const close = useCallback(() => setQueue(queue => ({ ...queue, open: false })), []);
  const next = useCallback(() => {
    setQueue(queue =>
      queue.at + 1 < queue.unlocks.length ? { ...queue, at: queue.at + 1 } : { ...queue, open: false },
    );
  }, []);

  return {
    current: queue.unlocks[queue.at],
    opened: queue.open && visible,
    position: queue.at + 1,
    total: queue.unlocks.length,
    next,
    close,
  };
}

const joined = ({ unlocks, at, open }: Queue, more: readonly Unlock[]): Queue =>
  open ? { unlocks: [...unlocks, ...more], at, open } : { unlocks: more, at: 0, open: true };
