import { Loader } from '@mantine/core';
import classes from './connection-pill.module.css';

/** A small pill while the stream is down; the page under it stays usable. */
export function ConnectionPill({ lost }: { lost: boolean }) {
  return (
    <div role="status" className={classes.place}>
      {lost && (
        <div className={classes.pill}>
          <Loader size={14} color="var(--mantine-color-dimmed)" aria-hidden="true" />
          Reconnecting…
        </div>
      )}
    </div>
  );
}
