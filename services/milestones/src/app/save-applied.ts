import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import { afterCommit, type Sql } from '@cairn/service-kit/postgres/sql';
import type { Applied, Promotion } from '../domain/ledger-stream.js';
import type { SeriesNow } from '../domain/progress.js';
import { parkEntries, unparkEntries } from '../out/postgres/parked-entries.js';
import { movePositions } from '../out/postgres/positions.js';
import { type ProgressRow, saveProgress } from '../out/postgres/progress.js';
import { insertTurns } from '../out/postgres/progress-turns.js';
import { countParticipants, countTiers, type TierCount } from '../out/postgres/series-counts.js';
import { insertUnlocks } from '../out/postgres/unlocks.js';
import { announce, statesToTell } from './announce-progress.js';
import type { AppliedAmbassador, Occasion } from './applied-ambassador.js';
import type { Links } from './context.js';
import { countUnlocks } from './metrics.js';
import { promoteAmbassadors } from './promote-ambassadors.js';
import { unlockRow } from './unlock-ids.js';
import { unlocksAsTold } from './unlocks-as-told.js';

export interface SavedWith {
  series: ReadonlyMap<string, SeriesNow>;
  at: Date;
  shard: number;
  occasion: Occasion;
}

/**
 * Writes what was decided for locked ambassadors, set-based, with its events. The catalog's counter, which all of a
 * brand's chunks share, is taken last, for as short as can be.
 */
export async function saveApplied(
  links: Links,
  sql: Sql,
  decided: readonly AppliedAmbassador[],
  { series, at, shard, occasion }: SavedWith,
): Promise<void> {
  const now = at.toISOString();
  const results = await unlocksAsTold(sql, decided);
  afterCommit(sql, () => countUnlocks(results));
  const newIn = results.flatMap(({ before, applied }) =>
    [...applied.touched.keys()].filter(id => !before.has(id)),
  );
  await Promise.all([
    movePositions(
      sql,
      results.map(({ position, applied }) => ({
        ...position,
        seq: applied.state.seq,
        revision: position.revision + statesToTell(applied),
      })),
    ),
    saveProgress(sql, results.flatMap(progressRows)),
    insertUnlocks(
      sql,
      results.flatMap(({ position, applied }) => applied.unlocks.map(unlock => unlockRow(position, unlock))),
    ),
    insertTurns(
      sql,
      results.flatMap(({ position: { brandId, ambassadorId }, applied }) =>
        applied.turns.map(turn => ({ brandId, ambassadorId, ...turn })),
      ),
    ),
    countParticipants(sql, newIn, shard),
    countTiers(sql, results.flatMap(tierCounts), shard),
    unparkEntries(
      sql,
      results.flatMap(({ position, applied }) => applied.unparked.map(seq => ({ ...position, seq }))),
    ),
    parkEntries(
      sql,
      results.flatMap(({ applied }) => applied.newlyParked.map(({ event }) => event)),
      now,
    ),
    appendToOutbox(
      sql,
      results.flatMap(result => announce(result, series, occasion, now)),
    ),
  ]);
  await promoteAmbassadors(
    links,
    sql,
    results.flatMap(({ position: { brandId, ambassadorId }, applied }) =>
      applied.promotions.map(promotion => ({
        brandId,
        ambassadorId,
        promotion,
        at: reachedAt(applied, promotion) ?? now,
      })),
    ),
    series,
    at,
  );
}

/** The instant of the unlock that promotes: of those that one row brought, all have the same. */
function reachedAt({ unlocks }: Applied, { seriesId, by }: Promotion): string | undefined {
  return unlocks.findLast(unlock => unlock.seriesId === seriesId && unlock.by === by)?.unlockedAt;
}

/** What changed; a resume that reached nothing still has nothing more to wait for. */
function progressRows({
  position: { brandId, ambassadorId },
  before,
  applied,
}: AppliedAmbassador): ProgressRow[] {
  return [...applied.state.progress]
    .filter(([seriesId, progress]) => progress !== before.get(seriesId))
    .map(([seriesId, progress]) => ({ brandId, ambassadorId, seriesId, progress }));
}

/** What is unlocked in the current cycle now against before: a new cycle takes away. */
function tierCounts({ before, applied }: AppliedAmbassador): TierCount[] {
  return [...applied.touched.keys()].flatMap(seriesId => {
    const had = before.get(seriesId)?.unlocked ?? [];
    const has = applied.state.progress.get(seriesId)!.unlocked;
    if (had === has) return [];
    return [
      ...has.map(({ tierId }) => ({ seriesId, tierId, by: 1 })),
      ...had.map(({ tierId }) => ({ seriesId, tierId, by: -1 })),
    ];
  });
}
