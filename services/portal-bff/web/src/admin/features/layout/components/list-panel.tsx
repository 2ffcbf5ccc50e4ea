import type { ReactNode } from 'react';
import classes from './list-panel.module.css';

/** What scrolls under a page's head: the table's head sticks to its top. */
export function ListPanel({ children }: { children: ReactNode }) {
  return <div className={classes.panel}>{children}</div>;
}

/** The page's body where it is no list: padded, of a readable width. */
export function PageBody({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <div className={classes.body} data-wide={wide || undefined}>
      {children}
    </div>
  );
}
