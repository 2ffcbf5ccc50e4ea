import { Button, Modal, Switch, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../../../shared/features/http/api-problem.js';
import { type OnTheWay, useUploads } from '../api/submissions.js';
import { type HandedIn, type HandInForm, readHandIn } from '../hand-in-form.js';
import { useSending } from '../use-sending.js';
import { FileField } from './file-field.js';
import classes from './hand-in-dialog.module.css';
import { UploadProgress } from './upload-progress.js';

interface HandInDialogProps<Answer> {
  title: string;
  /** One of these has to be in the text (domain.md 2.3); none is asked for where it is empty. */
  disclosureTags: readonly string[];
  initial: HandInForm;
  /** A photo or video is what is asked for (domain.md 2.1); elsewhere it will do in the place of a link. */
  prefersFile: boolean;
  /** `key`: the same words sent again are the same hand-in. */
  send: (input: HandedIn, key: string, way: OnTheWay) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  onClose: () => void;
}

/** Asks for the post that shows what was done, once for the first time and once more to mend it. */
export function HandInDialog<Answer>(props: HandInDialogProps<Answer>) {
  const { title, disclosureTags, initial, prefersFile, send, onDone, onClose } = props;
  const [form, setForm] = useState(initial);
  const [wrong, setWrong] = useState<string | null>(null);
  const uploads = useUploads().data;
  const { run, isRunning, error, share, stop } = useSending(send, onDone);
  const set = (change: Partial<HandInForm>) => setForm(now => ({ ...now, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readHandIn(form);
    setWrong('error' in read ? read.error : null);
    if ('input' in read) run(read.input);
  };
  const close = () => {
    stop();
    onClose();
  };
  const link = form.file === null && (
    <TextInput
      key="link"
      label={prefersFile ? 'Or the link of your post' : 'Link of your post'}
      size="md"
      type="url"
      inputMode="url"
      placeholder="https://www.tiktok.com/@you/video/1"
      value={form.proofUrl}
      onChange={event => set({ proofUrl: event.currentTarget.value })}
      error={wrong}
      data-autofocus={!prefersFile || undefined}
    />
  );
  const file = uploads?.enabled === true && (
    <FileField
      key="file"
      uploads={uploads}
      file={form.file}
      keeps={form.keeps}
      onChange={chosen => set({ file: chosen })}
      disabled={isRunning}
    />
  );
  return (
    <Modal.Root opened onClose={close} centered size={480} radius="lg" closeOnClickOutside={!isRunning}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton size={36} aria-label="Close" />
        </div>
        <Modal.Body>
          <form onSubmit={submit} noValidate className={classes.fields}>
            {prefersFile ? [file, link] : [link, file]}
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
            {error && (
              <p className={classes.failed} role="alert">
                It was not handed in yet, and what you {form.file === null ? 'wrote' : 'chose and wrote'} is
                still here. {error instanceof ApiProblem ? error.message : 'Try again in a moment.'}
              </p>
            )}
            {share === null ? (
              <Button type="submit" size="md" fullWidth loading={isRunning}>
                Hand in
              </Button>
            ) : (
              <UploadProgress share={share} onStop={stop} />
            )}
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
