import type { ReferralRule } from '@cairn/contracts/referral-rule';
import { Autocomplete, TextInput } from '@mantine/core';
import { useBrandSettings, usePrograms } from '../../api/catalog.js';
import { useDialogForm } from '../../api/use-dialog-form.js';
import { FieldRow, FormDialog } from '../../layout/components/form-dialog.js';
import { useNotify } from '../../layout/components/notices.js';
import { createProgram, updateProgram, useProgramsChanged } from '../api/programs.js';
import { emptyProgram, type Program, programForm, readProgram } from '../program-form.js';
import { RuleFields } from './rule-fields.js';

interface ProgramDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Null: a new one. */
  program: Program | null;
  rule: ReferralRule | null;
}

/** Makes a program, or changes one, with its referral rule. What was judged before stays as it was. */
export function ProgramDialog({ opened, onClose, program, rule }: ProgramDialogProps) {
  const known = usePrograms().data ?? [];
  const { currencyExponent = 2 } = useBrandSettings().data ?? {};
  const notify = useNotify();
  const changed = useProgramsChanged();
  const { form, set, errors, submit, busy, error } = useDialogForm({
    initial: program ? programForm(program, rule, currencyExponent) : emptyProgram,
    read: now => readProgram(now, currencyExponent),
    send: async (input, key) =>
      program === null ? await createProgram(input, key) : await updateProgram(program, rule, input),
    // With the rule refused, sending another rule must not make a second program.
    creates: input => input.program,
    onDone: (_, { program: { name } }) => {
      changed();
      notify({ words: program ? `${name} saved` : `${name} created` });
      onClose();
    },
    onFailed: changed,
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={program ? 'Edit program' : 'Create program'}
      action={program ? 'Save' : 'Create program'}
      onSubmit={submit}
      busy={busy}
      error={error}
      failed={program ? 'The program could not be saved' : 'The program could not be created'}
      size={540}
    >
      <FieldRow>
        <TextInput
          label="Name"
          placeholder="Insiders"
          value={form.name}
          onChange={event => set({ name: event.currentTarget.value })}
          error={errors.name}
          data-autofocus
        />
        <Autocomplete
          label="Category"
          placeholder="referral"
          data={[...new Set(known.map(({ category }) => category))]}
          value={form.category}
          onChange={category => set({ category })}
          error={errors.category}
        />
      </FieldRow>
      <RuleFields form={form} onChange={set} errors={errors} hasRule={rule !== null} />
      <FieldRow>
        <TextInput
          label="Hold, in days"
          description="A sale’s points are pending so long, in case it comes back"
          inputMode="numeric"
          value={form.holdDays}
          onChange={event => set({ holdDays: event.currentTarget.value })}
          error={errors.holdDays}
        />
        <TextInput
          label="Commission, in percent"
          description="For your own records; Cairn pays nothing out"
          inputMode="decimal"
          placeholder="None"
          value={form.commission}
          onChange={event => set({ commission: event.currentTarget.value })}
          error={errors.commissionRate}
        />
      </FieldRow>
    </FormDialog>
  );
}
