import type { Sql } from '@cairn/service-kit/postgres/sql';

/**
 * The gate of a series: whoever counts rows in it holds it shared from before reading whether it is paused until the
 * commit; whoever pauses, resumes or ends it holds it alone. So a resume sees every row that was counted as in the
 * pause, and no row is counted as in a pause that is over. An advisory lock, because Postgres queues those fairly,
 * while a steady stream of FOR SHARE on the series' row would keep the command waiting for ever. It is taken after the
 * ambassadors' locks.
 */
const keyOf = (id: string) => `hashtextextended('series gate ' || ${id}, 0)`;

const lockShared = `
  SELECT pg_advisory_xact_lock_shared(key) FROM (
    SELECT DISTINCT ${keyOf('id')} AS key FROM unnest($1::text[]) AS id ORDER BY key) AS gate`;

/** Shared, in one order. What is read of the series after it stays true until the commit. */
export async function holdSeries(sql: Sql, seriesIds: readonly string[]): Promise<void> {
  if (seriesIds.length > 0) await sql.query(lockShared, [seriesIds]);
}

const lockAlone = `SELECT pg_advisory_xact_lock(${keyOf('$1::text')})`;

/** Waits until nobody counts rows in the series any more, and keeps them waiting until the commit. */
export async function stopSeries(sql: Sql, seriesId: string): Promise<void> {
  await sql.query(lockAlone, [seriesId]);
}
