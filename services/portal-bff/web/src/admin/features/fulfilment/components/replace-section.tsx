import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { canReplace } from '../what-to-do.js';
import { ReplaceReward } from './replace-reward.js';
import classes from './reward-deeds.module.css';

/** The way out where a reward cannot be given as it is. */
export function ReplaceSection({
  item,
  onDone,
}: {
  item: FulfilmentItem;
  onDone: (item: FulfilmentItem) => void;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      {canReplace(item) && (
        <section className={classes.deed} aria-label="Another reward">
          <p>Gives them something else in its place. What the tier gives to others stays as it is.</p>
          <Button variant="default" onClick={() => setOpened(true)}>
            Give another reward…
          </Button>
        </section>
      )}
      <ReplaceReward item={item} opened={opened} onClose={() => setOpened(false)} onDone={onDone} />
    </>
  );
}
