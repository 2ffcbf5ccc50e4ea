import { Button, Modal, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { ApiProblem } from '../../../../shared/features/http/api-problem.js';
import { type HandedIn, type HandInForm, readHandIn } from '../hand-in-form.js';
import classes from './hand-in-dialog.module.css';

interface HandInDialogProps<Answer> {
  title: string;
  /** One of these has to be in the text (domain.md 2.3); none is asked for where it is empty. */
  disclosureTags: readonly string[];
  initial: HandInForm;
  /** `key`: the same words sent again are the same hand-in. */
  send: (input: HandedIn, key: string) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  onClose: () => void;
}

/** Asks for the post that shows what was done, once for the first time and once more to mend it. */
export function HandInDialog<Answer>(props: HandInDialogProps<Answer>) {
  const { title, disclosureTags, initial, send, onDone, onClose } = props;
  const [form, setForm] = useState(initial);
  const [wrong, setWrong] = useState<string | null>(null);
  const keyOf = useKey();
  const sending = useMutation({
    mutationFn: (input: HandedIn) => send(input, keyOf(input)),
    onSuccess: onDone,
  });
  const set = (change: Partial<HandInForm>) => setForm(now => ({ ...now, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readHandIn(form);
    setWrong('error' in read ? read.error : null);
    if ('input' in read) sending.mutate(read.input);
  };
  return (
    <Modal.Root opened onClose={onClose} centered size={480} radius="lg">
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton size={36} aria-label="Close" />
        </div>
        <Modal.Body>
          <form onSubmit={submit} noValidate className={classes.fields}>
            <TextInput
              label="Link of your post"
              size="md"
              type="url"
              inputMode="url"
              placeholder="https://www.tiktok.com/@you/video/1"
              value={form.proofUrl}
              onChange={event => set({ proofUrl: event.currentTarget.value })}
              error={wrong}
              data-autofocus
            />
            <Textarea
              label="What it says"
              description={
                disclosureTags.length > 0 ? `It needs one of ${disclosureTags.join(', ')}` : undefined
              }
              size="md"
              autosize
              minRows={2}
              maxRows={8}
              maxLength={10_000}
              value={form.text}
              onChange={event => set({ text: event.currentTarget.value })}
            />
            {disclosureTags.length > 0 && (
              <Switch
                size="md"
                label="The platform’s own partnership mark is on"
                checked={form.paidPartnership}
                onChange={event => set({ paidPartnership: event.currentTarget.checked })}
              />
            )}
            {sending.error && (
              <p className={classes.failed} role="alert">
                It was not handed in yet, and what you wrote is still here.{' '}
                {sending.error instanceof ApiProblem ? sending.error.message : 'Try again in a moment.'}
              </p>
            )}
            <Button type="submit" size="md" fullWidth loading={sending.isPending}>
              Hand in
            </Button>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Idempotency keys: the same words after a lost connection carry the same one. */
function useKey() {
  const last = useRef({ text: '', key: '' });
  return (input: unknown) => {
    const text = JSON.stringify(input);
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  };
}
