import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './section.module.css';

/** A titled part of a page: a landmark for those who jump, a heading for those who read. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
