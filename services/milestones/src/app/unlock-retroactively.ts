import type { Sql } from '@cairn/service-kit/postgres/sql';
import { applyDue } from '../domain/ledger-stream.js';
import { type GainedBy, nextToSettle } from '../out/postgres/gaining.js';
import { nextRetroactive, saveWalk } from '../out/postgres/retroactive-publishes.js';
import { jobShard } from '../out/postgres/series-counts.js';
import { lockStates } from './ambassador-states.js';
import type { Links } from './context.js';
import { saveApplied } from './save-applied.js';

/** Participants looked at in one statement, and ambassadors locked at once; their ledgers wait for so long. */
const step = { look: 5_000, limit: 200 };

/**
 * A step of a series' retroactive publishes, one after the other (domain.md 3.8), in the caller's transaction: unlocks for
 * a batch of those who gain, from where the one before ended. Whose next row came first had it with that, so the same
 * unlocks come whoever is first, and once.
 * @returns `more` where there may be more; `waits` where a pause must end first: the resume calls again.
 */
export async function unlockRetroactively(
  links: Links,
  sql: Sql,
  brandId: string,
  seriesId: string,
  at: Date,
  { look, limit } = step,
): Promise<'more' | 'waits' | 'done'> {
  const now = at.toISOString();
  const publish = await nextRetroactive(sql, brandId, seriesId);
  if (publish === undefined) return 'done';
  const { version, fields, promotesTop, by: mark, walkedTo } = publish;
  const by: GainedBy = { fields, promotesTop, version };
  const next = await nextToSettle(sql, brandId, seriesId, by, walkedTo, { look, limit });
  const ambassadors = next.gaining.map(ambassadorId => ({ brandId, ambassadorId }));
  const keys = ambassadors.map(ambassador => ({ ...ambassador, seriesId }));
  const { states, series } = await lockStates(sql, ambassadors, keys, now);
  const running = series.get(seriesId);
  if (running?.retroactive.find(one => one.version === version)?.waits) return 'waits';
  const results = states.flatMap(({ position, state }) => {
    const applied = running === undefined ? undefined : applyDue(state, running, now, mark);
    return applied === undefined ? [] : [{ position, before: state.progress, applied }];
  });
  await saveApplied(links, sql, results, { series, at, shard: jobShard, occasion: 'due' });
  await saveWalk(sql, seriesId, version, {
    walkedTo: next.last,
    done: next.looked,
    gained: results.filter(({ applied }) => applied.touched.size > 0).length,
    finishedAt: next.isEnd ? now : null,
  });
  return 'more';
}
