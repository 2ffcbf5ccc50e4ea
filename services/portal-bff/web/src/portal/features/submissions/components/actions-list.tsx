import type { PortalAction } from '@cairn/contracts/http/submission';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChangeProps } from '../../../../shared/features/looking/looking.js';
import { leftWords } from '../../earning/earning-words.js';
import { handIn } from '../api/submissions.js';
import { emptyHandIn } from '../hand-in-form.js';
import { resultWords } from '../result-words.js';
import classes from './earn.module.css';
import { HandInDialog } from './hand-in-dialog.js';

/** What may be done now, each with what it gives and a way to hand it in (domain.md 2.1). */
export function ActionsList({
  actions,
  onSaid,
}: {
  actions: readonly PortalAction[];
  /** Something was handed in: what became of it, in words. */
  onSaid: (words: string) => void;
}) {
  const [asked, setAsked] = useState<PortalAction | null>(null);
  const change = useChangeProps();
  return (
    <>
      <ul className={classes.list} aria-label="Tasks">
        {actions.map(action => (
          <li key={action.id}>
            <div className={classes.words}>
              <h3>{action.name}</h3>
              <p>{noteOf(action)}</p>
            </div>
            <span className={classes.gives}>+{action.points}</span>
            <Button
              size="md"
              variant="default"
              disabled={action.left === 0}
              {...change}
              aria-label={`Hand in: ${action.name}`}
              onClick={() => setAsked(action)}
            >
              Hand in
            </Button>
          </li>
        ))}
      </ul>
      {asked && (
        <HandInDialog
          title={asked.name}
          disclosureTags={asked.disclosureTags}
          initial={emptyHandIn}
          prefersFile={asked.category === 'upload_content'}
          send={(input, key, way) => handIn(asked.id, input, key, way)}
          onDone={({ receipt }) => {
            setAsked(null);
            onSaid(resultWords(receipt));
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function noteOf(action: PortalAction): string {
  const tags = action.disclosureTags;
  return [
    leftWords(action) ?? 'As often as you like',
    tags.length > 0 ? `with ${tags.slice(0, 3).join(' or ')}` : null,
    action.waiting > 0 ? `${action.waiting} in review` : null,
  ]
    .filter(Boolean)
    .join(' · ');
}
