import type { ReactNode } from 'react';
import classes from './empty.module.css';

interface EmptyProps {
  picture?: ReactNode;
  title: string;
  children: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
}

/** An empty place that teaches with one action. */
export function Empty({ picture, title, children, action }: EmptyProps) {
  return (
    <div className={classes.box}>
      {picture && <div className={classes.picture}>{picture}</div>}
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.words}>{children}</p>
      {action}
    </div>
  );
}
