import type { ReactNode } from 'react';
import classes from './teaching.module.css';

/** An empty place that teaches: what will be here, and what brings it here. */
export function Teaching({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className={classes.box}>
      <div className={classes.icon} aria-hidden="true">
        {icon}
      </div>
      <div>
        <div className={classes.title}>{title}</div>
        <div className={classes.words}>{children}</div>
      </div>
    </div>
  );
}
