import type { ReactNode } from 'react';
import classes from './settings-section.module.css';

interface SettingsSectionProps {
  title: string;
  /** What it is for. */
  words: ReactNode;
  children: ReactNode;
}

/** A group of settings: what it is for on the left, its fields on the right. */
export function SettingsSection({ title, words, children }: SettingsSectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.lead}>
        <h2>{title}</h2>
        <p>{words}</p>
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
