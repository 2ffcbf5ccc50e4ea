import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import { Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCan } from '../../session/use-me.js';
import { ReplaceSection } from './replace-section.js';
import { RewardDeeds } from './reward-deeds.js';
import classes from './reward-drawer.module.css';
import { RewardFacts } from './reward-facts.js';

interface RewardDrawerProps {
  item: FulfilmentItem | null;
  onClose: () => void;
  /** A deed was done: the reward as it is now. */
  onDone: (item: FulfilmentItem) => void;
}

/** Everything of one reward, and what can be done with it. */
export function RewardDrawer({ item, onClose, onDone }: RewardDrawerProps) {
  const canFulfil = useCan('fulfil');
  const [shown, setShown] = useState(item);
  // What it showed stays while it slides out.
  useEffect(() => {
    if (item) setShown(item);
  }, [item]);
  const current = item ?? shown;
  return (
    <Drawer
      opened={item !== null}
      onClose={onClose}
      title={current?.title}
      size={440}
      classNames={{ title: classes.title, header: classes.header, body: classes.body }}
      // A dialog over this one has a header too, and only one may be the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {current && (
        <>
          <RewardFacts item={current} />
          {canFulfil && (
            <>
              <RewardDeeds key={`${current.id} ${current.status}`} item={current} onDone={onDone} />
              <ReplaceSection key={current.id} item={current} onDone={onDone} />
            </>
          )}
        </>
      )}
    </Drawer>
  );
}
