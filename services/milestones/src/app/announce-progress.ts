import { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { deriveEvent } from '@cairn/service-kit/events/derive';
import type { OutgoingEvent } from '@cairn/service-kit/outbox/append';
import { withDeficits } from '../domain/deficit.js';
import type { RowMark } from '../domain/entry.js';
import type { Applied, Moment, UnlockInSeries } from '../domain/ledger-stream.js';
import type { SeriesNow } from '../domain/progress.js';
import type { Position } from '../out/postgres/positions.js';
import type { AppliedAmbassador, Occasion } from './applied-ambassador.js';
import { causeOfRow } from './causes.js';
import { grantIdOf, unlockIdOf } from './unlock-ids.js';

/**
 * One progress event for each series touched, each with the ambassador's next revision, followed by the series'
 * unlocks, ascending; before it one for each {@link Moment}, with the unlocks that had come by then. A resume's progress
 * follows from the row that it collected last, whose own progress event is out already, a retroactive publish's from the
 * command that published, for everybody; their unlocks are those that the next row would have brought, ids and all.
 */
export function announce(
  { position, applied }: AppliedAmbassador,
  seriesById: ReadonlyMap<string, SeriesNow>,
  occasion: Occasion,
  now: string,
): OutgoingEvent[] {
  const key = `${position.brandId}:${position.ambassadorId}`;
  let { revision } = position;
  return [...applied.touched.keys()].flatMap(seriesId => {
    const series = seriesById.get(seriesId)!;
    const unlocks = applied.unlocks.filter(unlock => unlock.seriesId === seriesId);
    let told = 0;
    return statesOf(applied, seriesId)
      .flatMap(state => {
        const came = unlocks.slice(told, state.unlocked);
        told = state.unlocked;
        return [
          progressEvent(position, state, series, ++revision, occasion, now),
          ...came.map(unlock => unlockEvent(position, unlock, now)),
        ];
      })
      .map(event => ({ topic: 'milestones' as const, key, event }));
  });
}

/** How many progress events it takes: so many revisions. */
export function statesToTell({ touched, moments }: Applied): number {
  return touched.size + moments.length;
}

/** What is told of a series, ascending; the last is how it stands now. */
function statesOf({ state, touched, moments }: Applied, seriesId: string): Moment[] {
  const now: Moment = {
    seriesId,
    progress: state.progress.get(seriesId)!,
    by: touched.get(seriesId)!,
    seq: state.seq,
    unlocked: Number.POSITIVE_INFINITY,
  };
  return [...moments.filter(moment => moment.seriesId === seriesId), now];
}

function progressEvent(
  { brandId, ambassadorId }: Position,
  { progress, by, seq }: Moment,
  series: SeriesNow,
  revision: number,
  occasion: Occasion,
  now: string,
) {
  return deriveEvent(progressChanged, {
    source: 'milestones',
    cause: causeOfRow(brandId, by),
    ordinal: ordinalOf(ambassadorId, series.id, by, occasion),
    aggregate: `progress:${ambassadorId}`,
    version: revision,
    time: now,
    data: {
      ambassadorId,
      seriesId: series.id,
      seriesVersion: series.version,
      cycle: progress.cycle,
      points: progress.points,
      pending: progress.pending,
      unlocked: withDeficits(progress, series.tiers),
      seq,
    },
  });
}

/** Unique among the events of one cause. */
function ordinalOf(ambassadorId: string, seriesId: string, by: RowMark, occasion: Occasion): string {
  if (occasion === 'rows') return seriesId;
  return by.entryId === null ? `${seriesId}:publish:${ambassadorId}` : `${seriesId}:resume`;
}

function unlockEvent({ brandId, ambassadorId }: Position, unlock: UnlockInSeries, now: string) {
  const unlockId = unlockIdOf(ambassadorId, unlock);
  const { by, tier, nextTier } = unlock;
  return deriveEvent(tierUnlocked, {
    source: 'milestones',
    cause: causeOfRow(brandId, by),
    ordinal: unlockId,
    aggregate: `unlock:${unlockId}`,
    version: 1,
    time: now,
    data: {
      unlockId,
      ambassadorId,
      programId: by.programId,
      series: { id: unlock.seriesId, name: unlock.seriesName, version: unlock.version },
      cycle: unlock.cycle,
      tier,
      nextTier:
        nextTier === null ? null : { id: nextTier.id, name: nextTier.name, threshold: nextTier.threshold },
      points: unlock.points,
      grants: tier.rewards.map((reward, place) => ({ grantId: grantIdOf(unlockId, place), reward })),
      entryId: by.entryId,
      quiet: by.quiet,
      unlockedAt: unlock.unlockedAt,
    },
  });
}
