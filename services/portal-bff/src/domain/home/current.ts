import type { Membership, SeriesState } from './rows.js';

/** The program of the membership `[from, to)` that is open now (domain.md 1.2); null after they left. */
export function programNow(memberships: readonly Membership[], now: Date): string | null {
  return memberships.find(({ from, to }) => contains(from, to, now))?.programId ?? null;
}

/**
 * The series to show for a program (3.1): the one that is not ended, else the one that ended last, whose medals stay
 * and in which held points still count (3.10).
 */
export function seriesOf(
  programId: string | null,
  series: readonly SeriesState[],
  now: Date,
): SeriesState | null {
  const published = series.filter(
    ({ programIds, status }) => status !== 'draft' && programIds.some(id => id === programId),
  );
  const open = published.find(candidate => !hasEnded(candidate, now));
  return open ?? published.toSorted((a, b) => instantOf(b.endsAt) - instantOf(a.endsAt))[0] ?? null;
}

/** Whether events that happen now earn (2.7, 3.2). */
export function isLive(series: SeriesState, now: Date): boolean {
  return !hasEnded(series, now) && series.live.some(({ from, to }) => contains(from, to, now));
}

function hasEnded({ status, endsAt }: SeriesState, now: Date): boolean {
  return status === 'ended' || instantOf(endsAt) <= now.getTime();
}

function contains(from: string, to: string | null, now: Date): boolean {
  return instantOf(from) <= now.getTime() && now.getTime() < instantOf(to);
}

/** Milliseconds; never for null. */
function instantOf(instant: string | null): number {
  return instant === null ? Number.POSITIVE_INFINITY : Date.parse(instant);
}
