import type { ReactNode } from 'react';
import classes from './message.module.css';

interface MessageProps {
  picture?: ReactNode;
  title: string;
  words: ReactNode;
  /** What to do. */
  children?: ReactNode;
}

/** A page with one thing to say. */
export function Message({ picture, title, words, children }: MessageProps) {
  return (
    <main className={classes.page}>
      {picture && <div className={classes.picture}>{picture}</div>}
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.words}>{words}</p>
      {children && <div className={classes.actions}>{children}</div>}
    </main>
  );
}
