import type { Sql } from '@cairn/service-kit/postgres/sql';
import { takeUnlockInstants } from '../out/postgres/recalled-unlocks.js';
import type { AppliedAmbassador } from './applied-ambassador.js';
import { unlockIdOf } from './unlock-ids.js';

/**
 * Unlocks that came before a restore already come again at the instant that was told then (ADR 26), and with the last of
 * a series the promotion (domain.md 3.7): so memberships begin where points judged by them.
 */
export async function unlocksAsTold(
  sql: Sql,
  results: readonly AppliedAmbassador[],
): Promise<readonly AppliedAmbassador[]> {
  const ids = results.flatMap(({ position, applied }) =>
    applied.unlocks.map(unlock => unlockIdOf(position.ambassadorId, unlock)),
  );
  const told = await takeUnlockInstants(sql, ids);
  return told.size === 0 ? results : results.map(result => asTold(result, told));
}

function asTold(result: AppliedAmbassador, told: ReadonlyMap<string, string>): AppliedAmbassador {
  const { position, applied } = result;
  const unlocks = applied.unlocks.map(unlock => ({
    ...unlock,
    unlockedAt: told.get(unlockIdOf(position.ambassadorId, unlock)) ?? unlock.unlockedAt,
  }));
  const progress = new Map(applied.state.progress);
  for (const { seriesId, cycle, tier, unlockedAt } of unlocks) {
    const now = progress.get(seriesId)!;
    // Of a cycle that is over nothing is shown.
    if (now.cycle !== cycle) continue;
    const unlocked = now.unlocked.map(one => (one.tierId === tier.id ? { ...one, unlockedAt } : one));
    progress.set(seriesId, { ...now, unlocked });
  }
  return { ...result, applied: { ...applied, unlocks, state: { ...applied.state, progress } } };
}
