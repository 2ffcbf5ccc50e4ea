import type { HomeState } from '@cairn/contracts/http/home';
import { spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { barWords, fractionToNext } from '../progress-words.js';
import classes from './live-bar.module.css';

/**
 * Points on their way to the next tier. What moves is moved by transform alone. The tiers behind are notches; pending
 * points lie hatched ahead of the others, for they unlock nothing yet (domain.md 2.8).
 */
export function LiveBar({ home, locale }: { home: HomeState; locale: string }) {
  const { nextTier } = home;
  const fraction = fractionToNext(home);
  const withPending = fractionToNext({ points: home.points + home.pending, nextTier });
  const notches = nextTier ? home.tiers.filter(tier => tier.threshold < nextTier.threshold) : [];
  return (
    <div className={classes.row}>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={nextTier ? `Progress to ${nextTier.name}` : 'Progress'}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(fraction * 100)}
        aria-valuetext={barWords(home, locale)}
      >
        {nextTier && home.pending > 0 && (
          <div className={classes.pending} style={{ transform: along(withPending) }} />
        )}
        <div className={classes.fill} style={{ transform: along(fraction) }} />
        {notches.slice(-6).map(tier => (
          <span
            key={tier.id}
            className={classes.notch}
            data-behind={home.points >= tier.threshold}
            style={{ left: `${(tier.threshold / (nextTier?.threshold ?? 1)) * 100}%` }}
          />
        ))}
      </div>
      {nextTier && (
        <span className={classes.mark} aria-hidden="true">
          {spokenPoints(nextTier.threshold, locale)}
        </span>
      )}
    </div>
  );
}

/** A hair further than its end when empty, so that no edge peeps out. */
const along = (fraction: number) => `translateX(${fraction > 0 ? (fraction - 1) * 100 : -101}%)`;
