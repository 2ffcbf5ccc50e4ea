import { Modal } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import type { Unlock } from '../new-unlocks.js';
import classes from './unlock-moment.module.css';
import { UnlockShow } from './unlock-show.js';

/** When the last of the motion is over. */
const PLAYS = 1_500;

interface UnlockMomentProps {
  opened: boolean;
  unlock: Unlock | undefined;
  /** Which of how many, when several came at once. */
  position: number;
  total: number;
  locale: string;
  /** The tier's rewards, live: the code appears as soon as there is one. */
  rewards: ReactNode;
  /** The codes that are there by now, to be read aloud. */
  codes: readonly string[];
  onNext: () => void;
  onClose: () => void;
}

/**
 * The one big moment. Escape leaves it, a click or the button skips its motion; reduced motion has none. It is always
 * mounted, for only then does the focus go back to where it was.
 */
export function UnlockMoment(props: UnlockMomentProps) {
  const { opened, unlock, position, total, locale, rewards, codes, onNext, onClose } = props;
  const moment = unlock && `${unlock.tier.id}-${unlock.cycle}-${position}`;
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const [finished, setFinished] = useState<string>();
  const playing = !still && finished !== moment;

  useEffect(() => {
    if (!opened || !moment) return;
    const over = setTimeout(() => setFinished(moment), PLAYS);
    return () => clearTimeout(over);
  }, [opened, moment]);

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onClick={() => setFinished(moment)}
      fullScreen
      withCloseButton={false}
      transitionProps={{ transition: 'fade', duration: 200 }}
      classNames={{ content: classes.content, body: classes.body }}
    >
      {unlock && (
        <UnlockShow
          key={moment}
          unlock={unlock}
          playing={playing}
          locale={locale}
          rewards={rewards}
          codes={codes}
          forward={position === total ? 'Continue' : `Next: ${position + 1} of ${total}`}
          onForward={() => (playing ? setFinished(moment) : onNext())}
        />
      )}
    </Modal>
  );
}
