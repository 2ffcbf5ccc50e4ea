import { Link } from 'react-router';
import classes from './view-tabs.module.css';

export interface View {
  words: string;
  to: string;
  current: boolean;
  /** How many there are; null or 0 shows nothing. */
  count?: number | null;
}

/** A page's views side by side; each has an address of its own. */
export function ViewTabs({ label, views }: { label: string; views: readonly View[] }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {views.map(({ words, to, current, count }) => (
        <Link key={to} to={to} className={classes.tab} aria-current={current ? 'page' : undefined}>
          {words}
          {count ? <span className={classes.count}>{count > 999 ? '999+' : count}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
