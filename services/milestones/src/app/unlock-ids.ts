import { derivedId } from '@cairn/service-kit/events/derive';
import type { UnlockInSeries } from '../domain/ledger-stream.js';
import type { Position } from '../out/postgres/positions.js';
import type { UnlockRow } from '../out/postgres/unlocks.js';

/** The same unlock always has the same id (design.md §2). */
export function unlockIdOf(ambassadorId: string, unlock: UnlockInSeries): string {
  return derivedId('unlock', ambassadorId, unlock.seriesId, unlock.cycle, unlock.tier.id);
}

/** The grant of the unlock's reward at `place` (domain.md 4.2). */
export function grantIdOf(unlockId: string, place: number): string {
  return derivedId('grant', unlockId, place);
}

export function unlockRow({ brandId, ambassadorId }: Position, unlock: UnlockInSeries): UnlockRow {
  return {
    unlockId: unlockIdOf(ambassadorId, unlock),
    brandId,
    ambassadorId,
    seriesId: unlock.seriesId,
    seriesVersion: unlock.version,
    cycle: unlock.cycle,
    tierId: unlock.tier.id,
    threshold: unlock.tier.threshold,
    entryId: unlock.by.entryId,
    unlockedAt: unlock.unlockedAt,
  };
}
