import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { countedPoints, spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { useDialogForm } from '../../api/use-dialog-form.js';
import { FormDialog } from '../../layout/components/form-dialog.js';
import { useNotify } from '../../layout/components/notices.js';
import { type AdjustmentForm, changeOf, emptyAdjustment, readAdjustment } from '../adjustment-form.js';
import { adjustPoints, useBalance, usePersonChanged } from '../api/one-person.js';
import classes from './adjust-points.module.css';

interface AdjustPointsProps {
  opened: boolean;
  onClose: () => void;
  person: { id: string; name: string };
}

/** Adds points, or takes some, with the balance that they would have (domain.md 2.10). */
export function AdjustPoints({ opened, onClose, person }: AdjustPointsProps) {
  const { locale } = useReader();
  const balance = useBalance(person.id).data;
  const notify = useNotify();
  const changed = usePersonChanged(person.id);
  const { form, set, errors, submit, busy, error } = useDialogForm({
    initial: emptyAdjustment,
    read: readAdjustment,
    send: (input, key) => adjustPoints(person.id, input, key),
    onDone: ({ points, available }) => {
      changed();
      const done = points > 0 ? 'added' : 'taken';
      notify({
        words: `${countedPoints(Math.abs(points), locale)} ${done}: ${person.name} has ${spokenPoints(available, locale)} available`,
      });
      onClose();
    },
    onFailed: changed,
  });
  const change = changeOf(form);
  const verb = form.way === 'add' ? 'Add' : 'Take';
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Adjust the points of ${person.name}`}
      action={change === null ? `${verb} points` : `${verb} ${countedPoints(Math.abs(change), locale)}`}
      onSubmit={submit}
      busy={busy}
      error={error}
      failed="The points could not be adjusted"
    >
      <SegmentedControl
        aria-label="Add or take"
        data={[
          { value: 'add', label: 'Add' },
          { value: 'take', label: 'Take' },
        ]}
        value={form.way}
        onChange={way => set({ way: way as AdjustmentForm['way'] })}
      />
      <TextInput
        label="Points"
        inputMode="numeric"
        value={form.points}
        onChange={event => set({ points: event.currentTarget.value })}
        error={errors.points}
        data-autofocus
      />
      <Textarea
        label="Reason"
        description={`${person.name} reads it beside the points`}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        value={form.reason}
        onChange={event => set({ reason: event.currentTarget.value })}
        error={errors.reason}
      />
      {balance && (
        <p className={classes.after} aria-live="polite">
          Available: {spokenPoints(balance.available, locale)}
          {change !== null && (
            <>
              {' → '}
              <strong>{spokenPoints(balance.available + change, locale)}</strong>
            </>
          )}
          <span>
            {change !== null && balance.available + change < 0 && 'That is below zero, which may be. '}
            Tiers that are unlocked stay unlocked. It stays in the ledger: another adjustment takes it back.
          </span>
        </p>
      )}
    </FormDialog>
  );
}
