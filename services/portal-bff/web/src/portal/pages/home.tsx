import type { HomeState } from '@cairn/contracts/http/home';
import { useReader } from '../../shared/features/wording/use-reader.js';
import { Lately } from '../features/activity/components/lately.js';
import { WaysToEarn } from '../features/earning/components/ways-to-earn.js';
import { ProgressHero } from '../features/progress/components/progress-hero.js';
import { WaitingHero } from '../features/progress/components/waiting-hero.js';
import { Rewards } from '../features/rewards/components/rewards.js';
import { grantsOf, UnlockRewards } from '../features/rewards/components/unlock-rewards.js';
import { UnlockMoment } from '../features/unlock/components/unlock-moment.js';
import { useUnlockQueue } from '../features/unlock/use-unlock-queue.js';
import classes from './home.module.css';

/** The home as ui.md draws it: the pile first, then what to do, what happened, and what was given. */
export function Home({ home }: { home: HomeState }) {
  const reader = useReader();
  const unlocks = useUnlockQueue(home);
  const { current } = unlocks;
  const codes = current
    ? grantsOf(home, current.tier, current.cycle).flatMap(({ code }) => (code === null ? [] : [code]))
    : [];
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
        <WaysToEarn home={home} />
        <Lately lines={home.activity} reader={reader} />
        <Rewards home={home} reader={reader} />
      </div>
      <UnlockMoment
        opened={unlocks.opened}
        unlock={current}
        position={unlocks.position}
        total={unlocks.total}
        locale={reader.locale}
        rewards={
          current && <UnlockRewards home={home} tier={current.tier} cycle={current.cycle} reader={reader} />
        }
        codes={codes}
        onNext={unlocks.next}
        onClose={unlocks.close}
      />
    </main>
  );
}
