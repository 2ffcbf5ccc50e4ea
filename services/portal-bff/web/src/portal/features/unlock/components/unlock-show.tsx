import { Button, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { countedPoints, listed } from '../../../../shared/features/wording/numbers.js';
import type { Unlock } from '../new-unlocks.js';
import classes from './unlock-moment.module.css';
import { UnlockScene } from './unlock-scene.js';

interface UnlockShowProps {
  unlock: Unlock;
  playing: boolean;
  locale: string;
  rewards: ReactNode;
  codes: readonly string[];
  /** The button's words once the motion is over. */
  forward: string;
  onForward: () => void;
}

/** One unlocked tier: the scene, its name, what it gives, and the way on. */
export function UnlockShow({ unlock, playing, locale, rewards, codes, forward, onForward }: UnlockShowProps) {
  const { tier } = unlock;
  const button = useRef<HTMLButtonElement>(null);
  // The second of several comes into a dialog that is open already: its button takes the focus over.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div className={classes.moment} data-playing={playing}>
      <UnlockScene unlock={unlock} playing={playing} />
      <div className={classes.words}>
        <Modal.Title className={classes.title}>{tier.name} unlocked</Modal.Title>
        <p className={classes.reached}>
          {tier.description || `You have reached ${countedPoints(tier.threshold, locale)}.`}
        </p>
      </div>
      <div className={classes.rewards}>{rewards}</div>
      <div className={classes.actions}>
        <Button
          ref={button}
          data-autofocus
          size="md"
          variant={playing ? 'default' : 'filled'}
          onClick={event => {
            event.stopPropagation();
            onForward();
          }}
        >
          {playing ? 'Skip' : forward}
        </Button>
      </div>
      <Announcement
        words={[
          `${tier.name} unlocked.`,
          tier.rewards.length > 0 ? `${listed(tier.rewards)}.` : '',
          codes.length > 0 ? `Your code: ${listed(codes)}.` : '',
        ].join(' ')}
      />
    </div>
  );
}

/** Spoken politely: the region is there first and is filled after, else some readers keep silent. */
function Announcement({ words }: { words: string }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => setSpoken(words), [words]);
  return (
    <div role="status" aria-live="polite" className={classes.spoken}>
      {spoken}
    </div>
  );
}
