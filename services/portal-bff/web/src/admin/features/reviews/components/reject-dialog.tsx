import { useState } from 'react';
import { FormDialog } from '../../layout/components/form-dialog.js';
import type { Decision } from '../api/submissions.js';
import { emptyRejection, missingOf, RejectFields } from './reject-fields.js';

interface RejectDialogProps {
  title: string;
  action: string;
  onClose: () => void;
  onReject: (decision: Extract<Decision, { action: 'reject' }>) => void;
  busy: boolean;
  error: unknown;
}

/** Asks why before it rejects, one or many. */
export function RejectDialog({ title, action, onClose, onReject, busy, error }: RejectDialogProps) {
  const [form, setForm] = useState(emptyRejection);
  const [errors, setErrors] = useState<NonNullable<ReturnType<typeof missingOf>>>({});
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={title}
      action={action}
      busy={busy}
      error={error}
      failed="It could not be rejected"
      onSubmit={() => {
        const missing = missingOf(form);
        setErrors(missing ?? {});
        if (missing !== null || form.reason === null) return;
        const text = form.text.trim();
        onReject({ action: 'reject', reason: form.reason, ...(text === '' ? {} : { text }) });
      }}
    >
      <RejectFields
        form={form}
        onChange={change => setForm(now => ({ ...now, ...change }))}
        errors={errors}
      />
    </FormDialog>
  );
}
