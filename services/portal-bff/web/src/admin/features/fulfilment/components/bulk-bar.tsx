import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import classes from '../../layout/components/bulk-bar.module.css';
import { type Deed, deedsFor } from '../what-to-do.js';
import { BulkConfirm } from './bulk-confirm.js';

interface BulkBarProps {
  /** What is chosen and still shown. */
  chosen: readonly FulfilmentItem[];
  onClear: () => void;
}

const many: readonly { deed: Deed; words: string }[] = [
  { deed: 'fulfil', words: 'Fulfil' },
  { deed: 'release', words: 'Release' },
  { deed: 'cancel', words: 'Cancel rewards' },
];

/** What can be done with all chosen rewards at once; each button says for how many of them it can be. */
export function BulkBar({ chosen, onClear }: BulkBarProps) {
  const { now } = useReader();
  const [asked, setAsked] = useState<{ deed: Deed; items: FulfilmentItem[] } | null>(null);
  const forDeed = (deed: Deed) => chosen.filter(item => deedsFor(item, now).includes(deed));
  return (
    <>
      {chosen.length > 0 && (
        <div role="toolbar" aria-label="Chosen rewards" className={classes.bar}>
          <span className={classes.count}>{chosen.length} chosen</span>
          {many.map(({ deed, words }) => {
            const items = forDeed(deed);
            return (
              <Button
                key={deed}
                variant={deed === 'fulfil' && items.length > 0 ? 'filled' : 'default'}
                disabled={items.length === 0}
                onClick={() => setAsked({ deed, items })}
              >
                {words}
                {items.length > 0 && items.length < chosen.length && ` ${items.length}`}
              </Button>
            );
          })}
          <CloseButton aria-label="Choose none" onClick={onClear} />
        </div>
      )}
      {asked && <BulkConfirm key={asked.deed} {...asked} onClose={() => setAsked(null)} onDone={onClear} />}
    </>
  );
}
