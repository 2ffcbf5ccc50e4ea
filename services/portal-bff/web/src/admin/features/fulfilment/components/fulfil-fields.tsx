import { Textarea, TextInput } from '@mantine/core';
import type { DeedWords } from '../api/fulfilment.js';
import classes from './fulfil-fields.module.css';

interface FulfilFieldsProps {
  words: DeedWords;
  onChange: (words: DeedWords) => void;
}

/** The note and the tracking number of a fulfilment; both may stay empty (domain.md 4.4). */
export function FulfilFields({ words, onChange }: FulfilFieldsProps) {
  const set = (name: keyof DeedWords, value: string) => onChange({ ...words, [name]: value || undefined });
  return (
    <div className={classes.fields}>
      <TextInput
        label="Tracking number"
        placeholder="Optional"
        maxLength={200}
        value={words.tracking ?? ''}
        onChange={event => set('tracking', event.currentTarget.value)}
      />
      <Textarea
        label="Note"
        placeholder="Optional, the ambassador can read it"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={words.note ?? ''}
        onChange={event => set('note', event.currentTarget.value)}
      />
    </div>
  );
}
