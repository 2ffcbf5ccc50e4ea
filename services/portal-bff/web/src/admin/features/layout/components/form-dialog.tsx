import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Failure } from './failure.js';
import classes from './form-dialog.module.css';

interface FormDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** The button that does it: a verb. */
  action: string;
  onSubmit: () => void;
  busy: boolean;
  /** Of the last try; what belongs to a field stands at the field as well. */
  error?: unknown;
  /** What was tried, as a sentence without its full stop. */
  failed: string;
  size?: string | number;
  /** On the left of the buttons: "Archive". */
  aside?: ReactNode;
  children: ReactNode;
}

/** A form in a dialog: Enter sends it, and it stays open with the reason when it fails. */
export function FormDialog(props: FormDialogProps) {
  const {
    opened,
    onClose,
    title,
    action,
    onSubmit,
    busy,
    error,
    failed,
    size = 480,
    aside,
    children,
  } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} classNames={{ title: classes.title }}>
      <form
        noValidate
        className={classes.form}
        onSubmit={event => {
          event.preventDefault();
          if (busy) return;
          onSubmit();
          const form = event.currentTarget;
          // Once the mistakes stand at their fields, the first of them is where to go on.
          requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
        }}
      >
        {children}
        {error ? <Failure error={error} what={failed} /> : null}
        <div className={classes.buttons}>
          <div className={classes.aside}>{aside}</div>
          <Button variant="default" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Fields beside each other, where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
