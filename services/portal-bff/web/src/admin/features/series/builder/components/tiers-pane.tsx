import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useNotify } from '../../../layout/components/notices.js';
import { fieldId, useBuilder } from '../builder-context.js';
import { movedTier, nextTier, type TierForm } from '../form.js';
import { TierEditor } from './tier-editor.js';
import { TierRow } from './tier-row.js';
import classes from './tiers-pane.module.css';

interface TiersPaneProps {
  /** The key of the tier that is open. */
  open: string | null;
  onOpen: (key: string | null) => void;
  /** Brings the focus to the field of a path once it is there. */
  onFocus: (path: string) => void;
}

/** The ladder's tiers, highest first as they stand, one of them open. */
export function TiersPane({ open, onOpen, onFocus }: TiersPaneProps) {
  const { form, edit, errorOf } = useBuilder();
  const { tiers } = form;
  const notify = useNotify();
  const panels = useId();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const move = (from: number, to: number) => edit(now => ({ ...now, tiers: movedTier(now.tiers, from, to) }));
  const remove = (removed: TierForm, index: number) => {
    edit(now => ({ ...now, tiers: now.tiers.filter(tier => tier.key !== removed.key) }));
    onFocus('tiers');
    const putBack = () => edit(now => ({ ...now, tiers: now.tiers.toSpliced(index, 0, removed) }));
    notify({
      words: `${removed.name.trim() || 'The tier'} is removed.`,
      action: { words: 'Undo', onClick: putBack },
    });
  };
  const add = () => {
    const key = crypto.randomUUID();
    edit(now => ({ ...now, tiers: [...now.tiers, nextTier(now.tiers, key)] }));
    onOpen(key);
    onFocus(`tiers.${tiers.length}.name`);
  };
  const wrongIn = (index: number) => errorOf(`tiers.${index}.*`) !== undefined;
  return (
    <section className={classes.pane} aria-label="Tiers">
      <div className={classes.head}>
        <h2 className={classes.title}>Tiers</h2>
        <Button
          id={fieldId('tiers')}
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={add}
        >
          Add tier
        </Button>
      </div>
      {tiers.length === 0 && (
        <p className={classes.empty}>
          No tiers yet. Add the first: it gets a stone, a threshold in points and its rewards.
        </p>
      )}
      <ol className={classes.list} reversed>
        {tiers
          .map((tier, index) => ({ tier, index }))
          .toReversed()
          .map(({ tier, index }) => (
            <li
              key={tier.key}
              className={classes.tier}
              data-open={tier.key === open || undefined}
              data-over={(over === index && dragged !== index) || undefined}
              onDragOver={event => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(index);
              }}
              onDrop={event => {
                event.preventDefault();
                if (dragged !== null) move(dragged, index);
              }}
            >
              <TierRow
                index={index}
                tier={tier}
                open={tier.key === open}
                wrong={wrongIn(index)}
                panel={`${panels}-${tier.key}`}
                onToggle={() => onOpen(tier.key === open ? null : tier.key)}
                onMove={step => {
                  move(index, index + step);
                  onFocus(`handle.${tier.key}`);
                }}
                onDragStart={() => setDragged(index)}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
              />
              {tier.key === open && (
                <div id={`${panels}-${tier.key}`}>
                  <TierEditor
                    index={index}
                    count={tiers.length}
                    tier={tier}
                    onMove={to => move(index, to)}
                    onRemove={() => remove(tier, index)}
                  />
                </div>
              )}
            </li>
          ))}
      </ol>
    </section>
  );
}
