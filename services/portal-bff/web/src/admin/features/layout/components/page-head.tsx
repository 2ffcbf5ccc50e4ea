import { useDocumentTitle } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './page-head.module.css';

interface PageHeadProps {
  title: string;
  /** The page above this one. */
  up?: { words: string; to: string };
  /** Beside the title: a badge. */
  beside?: ReactNode;
  /** On the right: buttons. */
  children?: ReactNode;
}

/** A page's top: where it is, what it is, and what can be done here. Also names the tab. */
export function PageHead({ title, up, beside, children }: PageHeadProps) {
  useDocumentTitle(`${title} · Cairn admin`);
  return (
    <header className={classes.head}>
      <div className={classes.names}>
        {up && (
          <nav aria-label="Breadcrumb" className={classes.up}>
            <Link to={up.to}>{up.words}</Link>
            <IconChevronRight size={13} aria-hidden />
          </nav>
        )}
        <h1 className={classes.title}>{title}</h1>
        {beside}
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </header>
  );
}
