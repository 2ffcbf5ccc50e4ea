import type { Sql } from '@cairn/service-kit/postgres/sql';
import { applyDue } from '../domain/ledger-stream.js';
import { participantsWaiting } from '../out/postgres/progress.js';
import { jobShard } from '../out/postgres/series-counts.js';
import { lockStates } from './ambassador-states.js';
import type { Links } from './context.js';
import { saveApplied } from './save-applied.js';

/** Ambassadors locked at once; their ledgers wait for so long. */
const batch = 200;

/**
 * A batch of the resume of a series, or of the end of a paused one (domain.md 3.2): unlocks, ascending, what its
 * participants reached in the pause, in the caller's transaction. Whose next row came first had it with that, so the
 * same unlocks come whoever is first, and once.
 * @returns whether there may be more.
 */
export async function unlockCollected(
  links: Links,
  sql: Sql,
  brandId: string,
  seriesId: string,
  at: Date,
  limit = batch,
): Promise<boolean> {
  const now = at.toISOString();
  const waiting = await participantsWaiting(sql, brandId, seriesId, limit);
  if (waiting.length === 0) return false;
  const ambassadors = waiting.map(ambassadorId => ({ brandId, ambassadorId }));
  const keys = ambassadors.map(ambassador => ({ ...ambassador, seriesId }));
  const { states, series } = await lockStates(sql, ambassadors, keys, now);
  const resumed = series.get(seriesId);
  // Paused again: the next resume takes them.
  if (resumed === undefined || resumed.phase === 'paused') return false;
  const results = states.flatMap(({ position, state }) => {
    const applied = applyDue(state, resumed, now);
    return applied === undefined ? [] : [{ position, before: state.progress, applied }];
  });
  await saveApplied(links, sql, results, { series, at, shard: jobShard, occasion: 'due' });
  return waiting.length === limit;
}
