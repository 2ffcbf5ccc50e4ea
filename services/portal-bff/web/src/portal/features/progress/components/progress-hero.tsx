import type { HomeState } from '@cairn/contracts/http/home';
import { Cairn } from '../../../../shared/features/cairn/components/cairn.js';
import type { Reader } from '../../../../shared/features/wording/dates.js';
import { spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { fractionToNext, missingWords, shortfallWords, standing } from '../progress-words.js';
import { useCounted } from '../use-counted.js';
import { LiveBar } from './live-bar.js';
import { PendingLine } from './pending-line.js';
import classes from './progress-hero.module.css';
import { TierList } from './tier-list.js';

/** The heart of the home: the pile, the points, the bar, and what is missing for what. */
export function ProgressHero({ home, reader }: { home: HomeState; reader: Reader }) {
  const counted = useCounted(home.points);
  const words = missingWords(home, reader.locale);
  const fraction = fractionToNext(home);
  const stones = home.tiers.map(tier => ({
    id: tier.id,
    name: tier.name,
    medal: tier.medal,
    state: standing(tier, home.nextTier),
  }));
  return (
    <div className={classes.hero}>
      <div className={classes.picture}>
        <Cairn stones={stones} fraction={fraction} labelled />
      </div>
      <TierList home={home} reader={reader} />
      <p className={classes.points}>
        <span className={classes.number}>{spokenPoints(counted, reader.locale)}</span>
        <span className={classes.unit}>{Math.abs(home.points) === 1 ? 'point' : 'points'}</span>
      </p>
      <LiveBar home={home} locale={reader.locale} />
      {words ? (
        <p className={classes.missing}>
          <strong>{words.missing}</strong> to {words.name}
          {words.gives && (
            <>
              <span className={classes.dot} aria-hidden="true">
                {' · '}
              </span>
              <span className={classes.gives}>{words.gives}</span>
            </>
          )}
        </p>
      ) : (
        <p className={classes.missing}>
          <strong>Every stone is set.</strong> You are at the top; new points keep adding up.
        </p>
      )}
      {home.pending > 0 && (
        <PendingLine
          pending={home.pending}
          until={home.pendingUntil}
          brand={home.brand.name}
          reader={reader}
        />
      )}
      {shortfallWords(home, reader.locale).map(sentence => (
        <p key={sentence} className={classes.shortfall}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
