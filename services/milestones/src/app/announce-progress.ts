import { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { causeOf, deriveEvent } from '@cairn/service-kit/events/derive';
import type { OutgoingEvent } from '@cairn/service-kit/outbox/append';
import { withDeficits } from '../domain/deficit.js';
import type { UnlockByEntry } from '../domain/ledger-stream.js';
import type { SeriesNow } from '../domain/progress.js';
import type { Position } from '../out/postgres/positions.js';
import type { AppliedAmbassador } from './applied-ambassador.js';
import { grantIdOf, unlockIdOf } from './unlock-ids.js';

/**
 * One progress event for each series touched, each with the ambassador's next revision, followed by the series'
 * unlocks, ascending.
 */
export function announce(
  { position, applied }: AppliedAmbassador,
  seriesById: ReadonlyMap<string, SeriesNow>,
  now: string,
): OutgoingEvent[] {
  const key = `${position.brandId}:${position.ambassadorId}`;
  return [...applied.touched.keys()].flatMap((seriesId, index) => {
    const series = seriesById.get(seriesId)!;
    const unlocks = applied.unlocks.filter(unlock => unlock.seriesId === seriesId);
    return [
      progressEvent(position, applied, series, position.revision + 1 + index, now),
      ...unlocks.map(unlock => unlockEvent(position, unlock, series, now)),
    ].map(event => ({ topic: 'milestones' as const, key, event }));
  });
}

function progressEvent(
  { ambassadorId }: Position,
  { state, touched }: AppliedAmbassador['applied'],
  series: SeriesNow,
  revision: number,
  now: string,
) {
  const progress = state.progress.get(series.id)!;
  return deriveEvent(progressChanged, {
    source: 'milestones',
    cause: causeOf(touched.get(series.id)!),
    ordinal: series.id,
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
      seq: state.seq,
    },
  });
}

function unlockEvent({ ambassadorId }: Position, unlock: UnlockByEntry, series: SeriesNow, now: string) {
  const unlockId = unlockIdOf(ambassadorId, unlock);
  const { entry, tier, nextTier } = unlock;
  return deriveEvent(tierUnlocked, {
    source: 'milestones',
    cause: causeOf(entry),
    ordinal: unlockId,
    aggregate: `unlock:${unlockId}`,
    version: 1,
    time: now,
    data: {
      unlockId,
      ambassadorId,
      programId: entry.data.programId,
      series: { id: series.id, name: series.name, version: series.version },
      cycle: unlock.cycle,
      tier,
      nextTier:
        nextTier === null ? null : { id: nextTier.id, name: nextTier.name, threshold: nextTier.threshold },
      points: unlock.points,
      grants: tier.rewards.map((reward, place) => ({ grantId: grantIdOf(unlockId, place), reward })),
      entryId: entry.data.entryId,
      quiet: entry.data.quiet,
      unlockedAt: unlock.unlockedAt,
    },
  });
}
