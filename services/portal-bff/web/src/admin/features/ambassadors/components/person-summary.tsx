import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Cairn } from '../../../../shared/features/cairn/components/cairn.js';
import { listed, spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { Failure } from '../../layout/components/failure.js';
import { useBalance, useProgress } from '../api/one-person.js';
import { fractionOf, stonesOf } from '../stones-of.js';
import classes from './person-summary.module.css';

/** Where a person stands: the pile, the points of the current cycle with what is missing, and the balance of all time. */
export function PersonSummary({ id }: { id: string }) {
  const { locale } = useReader();
  const { data: progress, error, refetch, isFetching } = useProgress(id);
  const balance = useBalance(id).data;
  if (error && !progress) {
    return (
      <Failure
        error={error}
        what="Their progress could not be read"
        onRetry={() => refetch()}
        retrying={isFetching}
      />
    );
  }
  const fraction = progress ? fractionOf(progress) : 0;
  return (
    <section className={classes.summary} aria-label="Progress" aria-busy={!progress}>
      {progress?.tiers.length !== 0 && (
        <div className={classes.pile}>
          {progress ? (
            <Cairn stones={stonesOf(progress)} fraction={fraction} />
          ) : (
            <Skeleton height={92} radius="md" />
          )}
        </div>
      )}
      <div className={classes.climb}>
        {progress ? (
          <>
            <p className={classes.series}>
              {progress.series ? progress.series.name : 'No milestone series is live for them'}
              {progress.cycle > 1 && <span>, round {progress.cycle}</span>}
            </p>
            <p className={classes.points}>
              <strong>{spokenPoints(progress.points, locale)}</strong> points
              {progress.nextTier && <span> of {spokenPoints(progress.nextTier.threshold, locale)}</span>}
            </p>
            {progress.series && (
              <Bar fraction={fraction} words={barWords(progress.points, progress.nextTier)} />
            )}
            <p className={classes.next}>
              {nextWords(progress, locale)}
              {deficitWords(progress.tiers, locale)}
            </p>
          </>
        ) : (
          <>
            <Skeleton height={12} width={140} />
            <Skeleton height={24} width={180} mt={10} />
            <Skeleton height={8} mt={10} />
          </>
        )}
      </div>
      <dl className={classes.numbers}>
        <Amount name="Available" of="all time">
          {balance && spokenPoints(balance.available, locale)}
        </Amount>
        <Amount name="Pending" of="on hold">
          {balance && spokenPoints(balance.pending, locale)}
        </Amount>
      </dl>
    </section>
  );
}

function Bar({ fraction, words }: { fraction: number; words: string }) {
  return (
    <div
      className={classes.bar}
      role="progressbar"
      aria-label="To the next tier"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(fraction * 100)}
      aria-valuetext={words}
    >
      <div style={{ transform: `scaleX(${fraction})` }} />
    </div>
  );
}

function Amount({ name, of, children }: { name: string; of: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children ?? <Skeleton height={20} width={52} />}
        <span>{of}</span>
      </dd>
    </div>
  );
}

type Next = { name: string; threshold: number; missing: number; rewards: string[] } | null;

const barWords = (points: number, next: Next) =>
  next ? `${points} of ${next.threshold} points to ${next.name}` : 'Every tier is unlocked';

function nextWords(
  {
    series,
    nextTier,
    currentTier,
  }: { series: unknown; nextTier: Next; currentTier: { name: string } | null },
  locale: string,
) {
  if (series === null) return 'What they do now earns nothing until a series with their program is live.';
  if (nextTier === null) return currentTier ? `At the top: ${currentTier.name}.` : 'There is no tier yet.';
  const what = nextTier.rewards.length > 0 ? ` · ${listed(nextTier.rewards)}` : '';
  return `${spokenPoints(nextTier.missing, locale)} to ${nextTier.name}${what}`;
}

/** Domain.md 3.6: an unlocked tier stays, and how far they are under it is said. */
function deficitWords(tiers: readonly { name: string; deficit: number }[], locale: string): string {
  return tiers
    .filter(({ deficit }) => deficit > 0)
    .map(({ name, deficit }) => ` · ${spokenPoints(deficit, locale)} under ${name}, which stays unlocked`)
    .join('');
}
