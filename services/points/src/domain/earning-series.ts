import { type SeriesPeriods, within } from './catalog.js';

/** Milliseconds after a series' end in which earlier events are still taken (domain.md 3.10). */
const graceAfterEnd = 72 * 3_600_000;

/**
 * The series that lets a program's event earn (domain.md 2.7, 3.10): it was live when the event happened, and the event
 * was accepted no later than 72 hours after the series' end. The program must have belonged to it then (3.1): one that an
 * edit took out earned up to that instant, with the same 72 hours.
 */
export function earningSeries(
  series: readonly SeriesPeriods[],
  programId: string,
  occurredAt: number,
  acceptedAt: number,
): SeriesPeriods | undefined {
  return series.find(
    candidate =>
      belongs(candidate, programId, occurredAt, acceptedAt) &&
      candidate.live.some(span => within(span, occurredAt)) &&
      (candidate.endsAt === null ||
        (occurredAt < candidate.endsAt && acceptedAt <= candidate.endsAt + graceAfterEnd)),
  );
}

/**
 * The series that an adjustment counts in (domain.md 2.10): the program's, if it is live or paused at that instant.
 */
export function currentSeries(
  series: readonly SeriesPeriods[],
  programId: string,
  at: number,
): SeriesPeriods | undefined {
  return series.find(
    candidate =>
      belongs(candidate, programId, at, at) &&
      candidate.live.some(span => span.from <= at) &&
      (candidate.endsAt === null || at < candidate.endsAt),
  );
}

/** @param programs null: the programs that it has, for as long as it is there. */
function belongs(
  { programIds, programs }: SeriesPeriods,
  programId: string,
  occurredAt: number,
  acceptedAt: number,
): boolean {
  if (programs === null) return programIds.includes(programId);
  return programs.some(
    period =>
      period.programId === programId &&
      within(period, occurredAt) &&
      (period.to === null || acceptedAt <= period.to + graceAfterEnd),
  );
}
