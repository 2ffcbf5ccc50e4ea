import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './confirm.module.css';
import { Failure } from './failure.js';

interface ConfirmProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What it means, in sentences. */
  children: ReactNode;
  /** The button that does it: a verb. */
  action: string;
  onConfirm: () => void;
  busy: boolean;
  /** Of the last try. */
  error?: unknown;
  failed?: string;
  danger?: boolean;
  disabled?: boolean;
  size?: string | number;
}

/** Asks before something that others notice, and stays open with the reason when it fails. */
export function Confirm(props: ConfirmProps) {
  const {
    opened,
    onClose,
    title,
    children,
    action,
    onConfirm,
    busy,
    error,
    failed,
    danger,
    disabled,
    size = 460,
  } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} classNames={{ title: classes.title }}>
      <div className={classes.words}>{children}</div>
      {error ? <Failure error={error} what={failed ?? 'That could not be done'} /> : null}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose} disabled={busy}>
          Cancel
        </Button>
        <Button
          onClick={onConfirm}
          loading={busy}
          disabled={disabled}
          className={danger ? classes.danger : undefined}
          data-autofocus
        >
          {action}
        </Button>
      </div>
    </Modal>
  );
}
