import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import { useState } from 'react';
import { useUrlParam } from '../layout/use-url-param.js';

/**
 * The reward that the drawer shows; the address names it. It stays open when a deed takes it out of the list: then it
 * is shown as the deed's answer has it.
 */
export function useOpened(items: readonly FulfilmentItem[] | undefined) {
  const [id, setId] = useUrlParam('reward');
  const [held, setHeld] = useState<FulfilmentItem | null>(null);
  const listed = items?.find(item => item.id === id) ?? null;
  const kept = held?.id === id ? held : null;
  return {
    item: newer(listed, kept),
    open: (item: FulfilmentItem) => {
      setHeld(item);
      setId(item.id);
    },
    keep: setHeld,
    close: () => setId(null),
  };
}

function newer(one: FulfilmentItem | null, other: FulfilmentItem | null): FulfilmentItem | null {
  if (one === null || other === null) return one ?? other;
  return one.version >= other.version ? one : other;
}
