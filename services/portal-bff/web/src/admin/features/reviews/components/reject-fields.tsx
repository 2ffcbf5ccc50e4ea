import { type RejectionReason, rejectionReason } from '@cairn/contracts/submission';
import { Select, Textarea } from '@mantine/core';
import { reasonWords } from '../review-words.js';

export interface RejectionForm {
  reason: RejectionReason | null;
  text: string;
}

export const emptyRejection: RejectionForm = { reason: null, text: '' };

const options = rejectionReason.options.map(value => ({ value, label: reasonWords[value] }));

/** What is missing of it; null where it can be sent. */
export function missingOf({
  reason,
  text,
}: RejectionForm): Partial<Record<'reason' | 'text', string>> | null {
  if (reason === null) return { reason: 'Choose why: they read it in kind words.' };
  if (reason === 'other' && text.trim() === '') return { text: 'Say why.' };
  return null;
}

interface RejectFieldsProps {
  form: RejectionForm;
  onChange: (change: Partial<RejectionForm>) => void;
  errors: Partial<Record<'reason' | 'text', string>>;
}

/** Why it is rejected, and the words that the ambassador reads. */
export function RejectFields({ form, onChange, errors }: RejectFieldsProps) {
  return (
    <>
      <Select
        label="Reason"
        placeholder="Choose one"
        data={options}
        value={form.reason}
        onChange={value => onChange({ reason: value as RejectionReason | null })}
        error={errors.reason}
        data-autofocus
      />
      <Textarea
        label="Words to the ambassador"
        description="They read these as they are"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        value={form.text}
        onChange={event => onChange({ text: event.currentTarget.value })}
        error={errors.text}
      />
    </>
  );
}
