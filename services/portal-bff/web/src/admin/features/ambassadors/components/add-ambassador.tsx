import { Select, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { codeOf } from '../../../../shared/features/http/api-problem.js';
import { usePrograms } from '../../api/catalog.js';
import type { FieldErrors } from '../../api/field-errors.js';
import { useDialogForm } from '../../api/use-dialog-form.js';
import { FieldRow, FormDialog } from '../../layout/components/form-dialog.js';
import { useNotify } from '../../layout/components/notices.js';
import { emptyAmbassador, readAmbassador } from '../ambassador-form.js';
import { createAmbassador } from '../api/ambassadors.js';
import { AddressFields } from './address-fields.js';

interface AddAmbassadorProps {
  opened: boolean;
  onClose: () => void;
}

/** POST /ambassadors from a dialog; what was typed stays until it has worked. */
export function AddAmbassador({ opened, onClose }: AddAmbassadorProps) {
  const programs = usePrograms().data ?? [];
  const queries = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const { form, set, submit, busy, error, ...of } = useDialogForm({
    initial: emptyAmbassador,
    read: readAmbassador,
    send: createAmbassador,
    onDone: ({ id, code }, { name }) => {
      void queries.invalidateQueries({ queryKey: ['ambassadors'] });
      notify({
        words: `${name} joined with the code ${code}`,
        action: { words: 'Open', onClick: () => navigate(`/admin/ambassadors/${id}`) },
      });
      onClose();
    },
  });
  const errors: FieldErrors = { ...duplicateOf(error), ...of.errors };
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Add ambassador"
      action="Add ambassador"
      onSubmit={submit}
      busy={busy}
      error={error}
      failed="The ambassador could not be added"
      size={520}
    >
      <TextInput
        label="Name"
        value={form.name}
        onChange={event => set({ name: event.currentTarget.value })}
        error={errors.name}
        data-autofocus
      />
      <TextInput
        label="E-mail"
        type="email"
        value={form.email}
        onChange={event => set({ email: event.currentTarget.value })}
        error={errors.email}
      />
      <Select
        label="Program"
        description={programs.length === 0 ? 'There is no program yet: make one under Earning.' : undefined}
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.programId}
        onChange={programId => set({ programId })}
        error={errors.programId}
        searchable={programs.length > 7}
      />
      <FieldRow>
        <TextInput
          label="Your own id"
          description="What your systems call them"
          placeholder="Optional"
          value={form.externalId}
          onChange={event => set({ externalId: event.currentTarget.value })}
          error={errors.externalId}
        />
        <TextInput
          label="Referral code"
          description="Empty: one is made"
          placeholder="Optional"
          value={form.code}
          onChange={event => set({ code: event.currentTarget.value })}
          error={errors.code}
        />
      </FieldRow>
      <Switch
        label="Add a shipping address"
        description="With it, free products are ordered the moment a tier unlocks"
        checked={form.withAddress}
        onChange={event => set({ withAddress: event.currentTarget.checked })}
      />
      {form.withAddress && (
        <AddressFields
          address={form.address}
          onChange={change => set({ address: { ...form.address, ...change } })}
          errors={errors}
          namedAs={form.name}
        />
      )}
    </FormDialog>
  );
}

const taken: Record<string, FieldErrors> = {
  duplicate_email: { email: 'Another ambassador has this e-mail.' },
  duplicate_code: { code: 'Another ambassador has this code.' },
  duplicate_external_id: { externalId: 'Another ambassador has this id.' },
};

const duplicateOf = (error: unknown): FieldErrors => taken[codeOf(error) ?? ''] ?? {};
