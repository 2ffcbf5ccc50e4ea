import type { ReactNode } from 'react';
import { CairnMark } from '../../cairn/components/cairn-mark.js';
import classes from './brand-header.module.css';

/** The page's top: the mark in the brand's colour, the brand's name, and what stands on the right. */
export function BrandHeader({ name, children }: { name: string | null; children?: ReactNode }) {
  return (
    <header className={classes.header}>
      <div className={classes.inner}>
        <div className={classes.brand}>
          <CairnMark size={28} />
          <span className={classes.name}>{name ?? 'Ambassador portal'}</span>
        </div>
        {children}
      </div>
    </header>
  );
}
