import type { CreateCodePool } from '@cairn/contracts/http/code-pool';
import { TextInput } from '@mantine/core';
import { codeOf } from '../../../../shared/features/http/api-problem.js';
import type { FieldErrors } from '../../api/field-errors.js';
import { useDialogForm } from '../../api/use-dialog-form.js';
import { FormDialog } from '../../layout/components/form-dialog.js';
import { wholeOf } from '../../layout/typed-whole.js';
import { createPool, usePoolsChanged } from '../api/code-pools.js';

interface CreatePoolProps {
  opened: boolean;
  onClose: () => void;
  /** It is there and empty: codes come next. */
  onCreated: (pool: { id: string; name: string }) => void;
}

export function CreatePool({ opened, onClose, onCreated }: CreatePoolProps) {
  const changed = usePoolsChanged();
  const { form, set, errors, submit, busy, error } = useDialogForm({
    initial: { name: '', lowAt: '20' },
    read: readPool,
    send: createPool,
    onDone: ({ id }, { name }) => {
      changed();
      onClose();
      onCreated({ id, name });
    },
  });
  const taken = codeOf(error) === 'duplicate_name' ? 'Another pool has this name.' : undefined;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Create code pool"
      action="Create pool"
      onSubmit={submit}
      busy={busy}
      error={error}
      failed="The pool could not be created"
      size={420}
    >
      <TextInput
        label="Name"
        placeholder="Summer codes"
        value={form.name}
        onChange={event => set({ name: event.currentTarget.value })}
        error={errors.name ?? taken}
        data-autofocus
      />
      <TextInput
        label="Low at"
        description="You are told when so many codes are left"
        inputMode="numeric"
        value={form.lowAt}
        onChange={event => set({ lowAt: event.currentTarget.value })}
        error={errors.lowAt}
      />
    </FormDialog>
  );
}

function readPool(form: {
  name: string;
  lowAt: string;
}): { input: CreateCodePool } | { errors: FieldErrors } {
  const name = form.name.trim();
  const lowAt = wholeOf(form.lowAt || '0', 0, 1_000_000);
  if (name && lowAt !== null) return { input: { name, lowAt } };
  return {
    errors: {
      name: name ? undefined : 'Give the pool a name.',
      lowAt: lowAt === null ? 'A whole number, from 0.' : undefined,
    },
  };
}
