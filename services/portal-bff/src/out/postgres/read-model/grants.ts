import type { EventOf } from '@cairn/contracts/envelope';
import type { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { TouchedHome } from './touch-homes.js';

const selectVersions = 'SELECT id, version FROM grants WHERE id = ANY($1::uuid[])';

export async function grantVersions(sql: Sql, grantIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.query<{ id: string; version: number }>(selectVersions, [grantIds]);
  return new Map(rows.map(row => [row.id, row.version]));
}

const upsertGrants = `
  INSERT INTO grants (id, brand_id, ambassador_id, series_id, version, status, at, state)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row
    (id uuid, brand_id uuid, ambassador_id uuid, series_id uuid, version bigint, status text, at timestamptz, state jsonb)
  ORDER BY id
  ON CONFLICT (id) DO UPDATE SET
    version = excluded.version, status = excluded.status, at = excluded.at, state = excluded.state
  WHERE excluded.version > grants.version
  RETURNING ambassador_id AS "ambassadorId", brand_id AS "brandId", true AS rewarded`;

/** Keeps each grant's newest state. One event a grant. @returns whose rewards changed. */
export async function saveGrants(
  sql: Sql,
  events: readonly EventOf<typeof grantChanged>[],
): Promise<TouchedHome[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ brandid, data, aggregateversion }) => ({
    id: data.grantId,
    brand_id: brandid,
    ambassador_id: data.ambassadorId,
    series_id: data.seriesId,
    version: aggregateversion,
    status: data.status,
    at: data.at,
    state: data,
  }));
  return await sql.query<TouchedHome>(upsertGrants, [JSON.stringify(rows)]);
}

const countToFulfil = `
  SELECT series_id AS "seriesId", count(*) AS count FROM grants
  WHERE brand_id = $1 AND series_id = ANY($2::uuid[]) AND status = 'needs_fulfilment'
  GROUP BY series_id`;

/** How many grants of each series wait for a person (domain.md 4.4). */
export async function needsFulfilment(
  sql: Sql,
  brandId: string,
  seriesIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql.query<{ seriesId: string; count: number }>(countToFulfil, [brandId, seriesIds]);
  return new Map(rows.map(row => [row.seriesId, row.count]));
}

const countForCodes = `
  SELECT count(*) AS count FROM grants
  WHERE brand_id = $1 AND state->'reward'->>'poolId' = $2 AND status = 'waiting_for_codes'`;

/** How many grants wait for codes of a pool (domain.md 4.3). */
export async function countWaitingForCodes(sql: Sql, brandId: string, poolId: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(countForCodes, [brandId, poolId]);
  return row?.count ?? 0;
}
