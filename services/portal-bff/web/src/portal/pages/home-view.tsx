import type { HomeState } from '@cairn/contracts/http/home';
import type { Reader } from '../../shared/features/wording/dates.js';
import { Lately } from '../features/activity/components/lately.js';
import { WaysToEarn } from '../features/earning/components/ways-to-earn.js';
import { ProgressHero } from '../features/progress/components/progress-hero.js';
import { WaitingHero } from '../features/progress/components/waiting-hero.js';
import { Rewards } from '../features/rewards/components/rewards.js';
import classes from './home.module.css';

/**
 * The home as ui.md draws it: the pile first, then what to do, what happened, and what was given. Without its moments,
 * so the admin's preview shows the very same.
 */
export function HomeView({ home, reader }: { home: HomeState; reader: Reader }) {
  return (
    <main className={classes.page}>
      <div className={classes.hero}>
        <div className={classes.greeting}>
          <h1>Hello, {home.ambassador.name.split(' ')[0]}</h1>
          <p>
            {[home.program?.name, home.series?.name, home.cycle > 1 ? `round ${home.cycle}` : null]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {home.series && home.program ? (
          <ProgressHero home={home} reader={reader} />
        ) : (
          <WaitingHero home={home} />
        )}
      </div>
      <div className={classes.rest}>
        <WaysToEarn home={home} reader={reader} />
        <Lately lines={home.activity} reader={reader} />
        <Rewards home={home} reader={reader} />
      </div>
    </main>
  );
}
