import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { failureWords } from '../failure-words.js';
import classes from './failure.module.css';

interface FailureProps {
  error: unknown;
  /** What was tried, as a sentence without its full stop: "The series could not be paused". */
  what: string;
  onRetry?: () => void;
  retrying?: boolean;
  children?: ReactNode;
}

/** A call that failed, where its answer would have been: what happened, what was kept, what to do. */
export function Failure({ error, what, onRetry, retrying, children }: FailureProps) {
  const { title, words } = failureWords(error, what);
  return (
    <div role="alert" className={classes.box}>
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <strong>{title}.</strong> {words}
        {children}
      </div>
      {onRetry && (
        <Button variant="default" onClick={onRetry} loading={retrying}>
          Try again
        </Button>
      )}
    </div>
  );
}
