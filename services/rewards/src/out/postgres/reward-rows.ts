import type { Address } from '@cairn/contracts/address';
import type { GrantStatus, Reward } from '@cairn/contracts/reward';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Grant } from '../../domain/grant.js';
import { waitingStatuses } from '../../domain/grant-actions.js';
import { grantColumns } from './grants.js';

/** A grant with what it takes to show it; a brand or ambassador not heard of yet has no name. */
export interface RewardRow extends Grant {
  ambassadorName: string;
  ambassadorAddress: Address | null;
  currency: string;
  exponent: number;
}

const columns = `
  ${grantColumns}, coalesce(a.name, '') AS "ambassadorName",
  a.address AS "ambassadorAddress",
  coalesce(b.currency, 'XXX') AS currency, coalesce(b.currency_exponent, 2) AS exponent`;

const joined = `
  LEFT JOIN brands b ON b.brand_id = g.brand_id
  LEFT JOIN ambassadors a ON a.ambassador_id = g.ambassador_id AND a.brand_id = g.brand_id`;

const newestFirst = 'ORDER BY g.created_at DESC, g.grant_id DESC';

/** Where a page goes on: after this instant and id. */
export type After = readonly [at: string | null, id: string | null];

const ofAmbassador = `
  SELECT ${columns} FROM grants g ${joined}
  WHERE g.ambassador_id = $1 AND g.brand_id = $2
    AND ($3::timestamptz IS NULL OR (g.created_at, g.grant_id) < ($3, $4::uuid))
  ${newestFirst} LIMIT $5`;

export async function rewardsOf(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
  after: After,
  limit: number,
): Promise<RewardRow[]> {
  return await sql.query<RewardRow>(ofAmbassador, [ambassadorId, brandId, ...after, limit]);
}

export interface RewardFilter {
  status: readonly GrantStatus[];
  type?: Reward['type'];
  seriesId?: string;
  ambassadorId?: string;
}

/** Each status by itself is in order in its index (grants_by_status); the newest of all of them are merged. */
const queue = `
  SELECT ${columns}
  FROM (
    SELECT g.* FROM unnest($2::text[]) AS wanted (status)
    CROSS JOIN LATERAL (
      SELECT * FROM grants g
      WHERE g.brand_id = $1 AND g.status = wanted.status
        AND ($3::text IS NULL OR g.reward->>'type' = $3)
        AND ($4::uuid IS NULL OR g.series_id = $4) AND ($5::uuid IS NULL OR g.ambassador_id = $5)
        AND ($6::timestamptz IS NULL OR (g.created_at, g.grant_id) < ($6, $7::uuid))
      ${newestFirst} LIMIT $8) AS g
    ${newestFirst} LIMIT $8) AS g ${joined}
  ${newestFirst}`;

export async function selectQueue(
  sql: Sql,
  brandId: string,
  filter: RewardFilter,
  after: After,
  limit: number,
): Promise<RewardRow[]> {
  const { type = null, seriesId = null, ambassadorId = null } = filter;
  const status = [...new Set(filter.status)];
  return await sql.query<RewardRow>(queue, [brandId, status, type, seriesId, ambassadorId, ...after, limit]);
}

const byId = `SELECT ${columns} FROM grants g ${joined} WHERE g.brand_id = $1 AND g.grant_id = $2`;

export async function rewardRow(sql: Sql, brandId: string, grantId: string): Promise<RewardRow | null> {
  const [row] = await sql.query<RewardRow>(byId, [brandId, grantId]);
  return row ?? null;
}

const counts = `
  SELECT status, count(*)::int AS n FROM grants WHERE brand_id = $1 AND status = ANY($2::text[]) GROUP BY status`;

const waiting = `
  SELECT reward->>'type' AS type, count(*)::int AS n FROM grants
  WHERE status IN (${waitingStatuses.map(status => `'${status}'`).join(', ')}) GROUP BY 1`;

/** How many wait for somebody, over all brands, by the reward's type. */
export async function countWaiting(sql: Sql): Promise<Record<string, number>> {
  const rows = await sql.query<{ type: string; n: number }>(waiting);
  return Object.fromEntries(rows.map(row => [row.type, row.n]));
}

/** How many there are of these statuses; those that end a grant's life are for nobody to count: they only grow. */
export async function countByStatus(
  sql: Sql,
  brandId: string,
  statuses: readonly GrantStatus[],
): Promise<Partial<Record<GrantStatus, number>>> {
  const rows = await sql.query<{ status: GrantStatus; n: number }>(counts, [brandId, statuses]);
  return Object.fromEntries(rows.map(row => [row.status, row.n]));
}
