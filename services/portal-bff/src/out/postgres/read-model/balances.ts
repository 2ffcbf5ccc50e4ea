import type { EventOf } from '@cairn/contracts/envelope';
import type { entryPosted } from '@cairn/contracts/events/points/entry-posted';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { TouchedHome } from './touch-homes.js';

const selectVersions =
  'SELECT ambassador_id AS id, version FROM balances WHERE ambassador_id = ANY($1::uuid[])';

/** The ledger's `seq` that each balance includes up to. */
export async function balanceVersions(
  sql: Sql,
  ambassadorIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql.query<{ id: string; version: number }>(selectVersions, [ambassadorIds]);
  return new Map(rows.map(row => [row.id, row.version]));
}

const upsertBalances = `
  INSERT INTO balances (ambassador_id, brand_id, version, available, pending, pending_until)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row
    (ambassador_id uuid, brand_id uuid, version bigint, available bigint, pending bigint, pending_until timestamptz)
  ORDER BY ambassador_id
  ON CONFLICT (ambassador_id) DO UPDATE SET
    version = excluded.version, available = excluded.available, pending = excluded.pending,
    pending_until = excluded.pending_until
  WHERE excluded.version > balances.version
  RETURNING ambassador_id AS "ambassadorId", brand_id AS "brandId"`;

/** Keeps each ambassador's balance after their newest row. One event an ambassador. @returns who changed. */
export async function saveBalances(
  sql: Sql,
  events: readonly EventOf<typeof entryPosted>[],
): Promise<TouchedHome[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ brandid, data, aggregateversion }) => ({
    ambassador_id: data.ambassadorId,
    brand_id: brandid,
    version: aggregateversion,
    available: data.available,
    pending: data.pending,
    pending_until: data.pendingUntil,
  }));
  return await sql.query<TouchedHome>(upsertBalances, [JSON.stringify(rows)]);
}
