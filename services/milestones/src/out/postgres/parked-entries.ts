import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { EntryEvent } from '../../domain/entry.js';

const select = `
  SELECT e.event FROM parked_entries e
  JOIN unnest($1::uuid[], $2::uuid[]) AS asked (brand_id, ambassador_id)
    ON e.brand_id = asked.brand_id AND e.ambassador_id = asked.ambassador_id
  ORDER BY e.brand_id, e.ambassador_id, e.seq`;

/** What waits for these ambassadors, whose rows are locked. */
export async function parkedEntries(
  sql: Sql,
  of: readonly { brandId: string; ambassadorId: string }[],
): Promise<EntryEvent[]> {
  const rows = await sql.query<{ event: EntryEvent }>(select, [
    of.map(one => one.brandId),
    of.map(one => one.ambassadorId),
  ]);
  return rows.map(row => row.event);
}

const insert = `
  INSERT INTO parked_entries (brand_id, ambassador_id, seq, event, parked_at)
  SELECT *, $5 FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::jsonb[])
    AS row (brand_id, ambassador_id, seq, event)`;

export async function parkEntries(sql: Sql, events: readonly EntryEvent[], at: string): Promise<void> {
  if (events.length === 0) return;
  await sql.query(insert, [
    events.map(event => event.brandid),
    events.map(event => event.data.ambassadorId),
    events.map(event => event.data.seq),
    events.map(event => JSON.stringify(event)),
    at,
  ]);
}

const remove = `
  DELETE FROM parked_entries e
  USING unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS row (brand_id, ambassador_id, seq)
  WHERE e.brand_id = row.brand_id AND e.ambassador_id = row.ambassador_id AND e.seq = row.seq`;

/** Takes off what was applied. */
export async function unparkEntries(
  sql: Sql,
  applied: readonly { brandId: string; ambassadorId: string; seq: number }[],
): Promise<void> {
  if (applied.length === 0) return;
  await sql.query(remove, [
    applied.map(one => one.brandId),
    applied.map(one => one.ambassadorId),
    applied.map(one => one.seq),
  ]);
}

const selectReady = `
  SELECT e.brand_id AS "brandId", e.ambassador_id AS "ambassadorId"
  FROM parked_entries e
  JOIN ledger_positions p
    ON p.brand_id = e.brand_id AND p.ambassador_id = e.ambassador_id AND e.seq = p.seq + 1
  WHERE e.event -> 'data' ->> 'seriesId' IS NULL OR EXISTS (
    SELECT 1 FROM series s
    WHERE s.brand_id = e.brand_id AND s.id = (e.event -> 'data' ->> 'seriesId')::uuid AND s.version > 0)
  LIMIT $1`;

/** Ambassadors whose next row is parked although nothing is missing any more, at most `limit`. */
export async function readyAmbassadors(
  sql: Sql,
  limit: number,
): Promise<{ brandId: string; ambassadorId: string }[]> {
  return await sql.query(selectReady, [limit]);
}

const count = 'SELECT count(*) AS waiting FROM parked_entries';

/** Rows that wait; normally none. */
export async function countParked(sql: Sql): Promise<number> {
  return (await sql.query<{ waiting: number }>(count))[0]!.waiting;
}
