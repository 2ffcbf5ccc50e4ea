import type { Sql } from '@cairn/service-kit/postgres/sql';
import { countParked, readyAmbassadors } from '../out/postgres/parked-entries.js';
import { jobShard } from '../out/postgres/series-counts.js';
import { applyParked } from './apply-entries.js';
import type { Links } from './context.js';

/** Ambassadors tried at once. */
const batch = 200;

/**
 * Applies parked rows whose series is known by now, without waiting for the ambassador's next row; at most a batch of
 * ambassadors, in the caller's transaction.
 * @returns whether there may be more to apply, and the rows that still wait.
 */
export async function retryParked(
  links: Links,
  sql: Sql,
  at: Date,
  limit = batch,
): Promise<{ more: boolean; waiting: number }> {
  const ready = await readyAmbassadors(sql, limit);
  if (ready.length > 0) await applyParked(links, sql, ready, at, jobShard);
  return { more: ready.length === limit, waiting: await countParked(sql) };
}
