import type { CodePoolItem } from '@cairn/contracts/http/code-pool';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Grant } from '../../domain/grant.js';
import { grantColumns } from './grants.js';

/** A brand's uploaded codes (domain.md 4.3). */
export interface CodePool {
  poolId: string;
  brandId: string;
  name: string;
  lowAt: number;
}

const insert = `
  INSERT INTO code_pools (pool_id, brand_id, name, low_at, created_at) VALUES ($1, $2, $3, $4, $5)`;

export async function insertPool(sql: Sql, pool: CodePool, now: Date): Promise<void> {
  await sql.query(insert, [pool.poolId, pool.brandId, pool.name, pool.lowAt, now.toISOString()]);
}

const lock = `
  SELECT pool_id AS "poolId", brand_id AS "brandId", name, low_at AS "lowAt" FROM code_pools
  WHERE brand_id = $1 AND pool_id::text = $2 FOR NO KEY UPDATE`;

/** The pool, locked: one draws from it or adds to it at a time. */
export async function lockPool(sql: Sql, brandId: string, poolId: string): Promise<CodePool | null> {
  const [pool] = await sql.query<CodePool>(lock, [brandId, poolId]);
  return pool ?? null;
}

const known = 'SELECT pool_id FROM code_pools WHERE brand_id = $1 AND pool_id = ANY($2::uuid[])';

export async function knownPools(
  sql: Sql,
  brandId: string,
  poolIds: readonly string[],
): Promise<Set<string>> {
  const rows = await sql.query<{ pool_id: string }>(known, [brandId, poolIds]);
  return new Set(rows.map(row => row.pool_id));
}

const addCodes = `
  INSERT INTO pool_codes (pool_id, brand_id, code, added_at)
  SELECT $1, $2, code, $4 FROM unnest($3::text[]) WITH ORDINALITY AS row (code, nth) ORDER BY nth
  ON CONFLICT DO NOTHING RETURNING code`;

/** Adds codes in their order. @returns how many the pool did not have yet. */
export async function insertCodes(
  sql: Sql,
  pool: CodePool,
  codes: readonly string[],
  now: Date,
): Promise<number> {
  return (await sql.query(addCodes, [pool.poolId, pool.brandId, codes, now.toISOString()])).length;
}

/** Of a pool: uses index grants_of_pool. What waits for its unlock to be read again is not its turn yet (ADR 26). */
const open = `g.brand_id = $1 AND g.reward->>'poolId' = $2 AND g.reward->>'source' = 'pool'
  AND g.status IN ('pending', 'waiting_for_codes') AND g.ordinal IS NOT NULL`;

const lockOpen = `
  SELECT ${grantColumns} FROM grants g WHERE ${open}
  ORDER BY g.created_at, g.grant_id LIMIT $3 FOR UPDATE`;

/** Grants that want a code of the pool, the oldest first, locked. */
export async function lockOpenGrants(
  sql: Sql,
  brandId: string,
  poolId: string,
  limit: number,
): Promise<Grant[]> {
  return await sql.query<Grant>(lockOpen, [brandId, poolId, limit]);
}

const lockPending = `
  SELECT ${grantColumns} FROM grants g WHERE ${open} AND g.status = 'pending'
  ORDER BY g.created_at, g.grant_id LIMIT $3 FOR UPDATE`;

/** As {@link lockOpenGrants}, those only who do not know yet that they wait. */
export async function lockPendingGrants(
  sql: Sql,
  brandId: string,
  poolId: string,
  limit: number,
): Promise<Grant[]> {
  return await sql.query<Grant>(lockPending, [brandId, poolId, limit]);
}

const draw = `
  UPDATE pool_codes c SET grant_id = row.grant_id, drawn_at = $3
  FROM (
    SELECT free.code, wanted.grant_id FROM (
      SELECT code, row_number() OVER (ORDER BY place) AS nth FROM (
        SELECT code, place FROM pool_codes WHERE pool_id = $1 AND grant_id IS NULL
        ORDER BY place LIMIT cardinality($2::uuid[]) FOR UPDATE SKIP LOCKED) AS next) AS free
    JOIN unnest($2::uuid[]) WITH ORDINALITY AS wanted (grant_id, nth) USING (nth)) AS row
  WHERE c.pool_id = $1 AND c.code = row.code RETURNING c.grant_id AS "grantId", c.code`;

/** Gives the grants, in their order, the pool's oldest free codes as far as they go. @returns code by grant. */
export async function drawCodes(
  sql: Sql,
  poolId: string,
  grantIds: readonly string[],
  now: Date,
): Promise<Map<string, string>> {
  const rows = await sql.query<{ grantId: string; code: string }>(draw, [
    poolId,
    grantIds,
    now.toISOString(),
  ]);
  return new Map(rows.map(row => [row.grantId, row.code]));
}

/**
 * Marks the codes that recalled grants had drawn (ADR 26). One that the restored pool does not have, because it was
 * uploaded since, is added as drawn: when it is uploaded again, it is a duplicate. One that somebody else has by now stays
 * theirs: that cannot happen while pools are filled only after all is recalled, and nobody's code is taken away.
 */
const mark = `
  INSERT INTO pool_codes AS c (pool_id, code, brand_id, added_at, grant_id, drawn_at)
  SELECT DISTINCT ON (pool_id, code) pool_id, code, brand_id, $5, grant_id, $5
  FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[]) AS row (pool_id, code, brand_id, grant_id)
  WHERE NOT EXISTS (SELECT FROM pool_codes own WHERE own.grant_id = row.grant_id)
  ORDER BY pool_id, code, grant_id
  ON CONFLICT (pool_id, code) DO UPDATE SET grant_id = excluded.grant_id, drawn_at = excluded.drawn_at
  WHERE c.grant_id IS NULL`;

export async function markDrawn(sql: Sql, grants: readonly Grant[], now: Date): Promise<void> {
  const drawn = grants.flatMap(({ grantId, brandId, reward, code }) =>
    reward.type === 'discount_code' &&
    reward.source === 'pool' &&
    reward.poolId !== undefined &&
    code !== null
      ? [{ grantId, brandId, code, poolId: reward.poolId }]
      : [],
  );
  if (drawn.length === 0) return;
  await sql.query(mark, [
    drawn.map(each => each.poolId),
    drawn.map(each => each.code),
    drawn.map(each => each.brandId),
    drawn.map(each => each.grantId),
    now.toISOString(),
  ]);
}

const left = 'SELECT count(*) AS n FROM pool_codes WHERE pool_id = $1 AND grant_id IS NULL';

export async function codesLeft(sql: Sql, poolId: string): Promise<number> {
  const [row] = await sql.query<{ n: number }>(left, [poolId]);
  return Number(row!.n);
}

const selectPage = `
  SELECT p.pool_id AS id, p.name, p.low_at AS "lowAt", p.created_at AS "createdAt",
    (SELECT count(*) FROM pool_codes c WHERE c.pool_id = p.pool_id AND c.grant_id IS NULL)::int AS left,
    (SELECT count(*) FROM grants g WHERE g.brand_id = p.brand_id AND g.reward->>'poolId' = p.pool_id::text
       AND g.reward->>'source' = 'pool' AND g.status IN ('pending', 'waiting_for_codes'))::int AS waiting
  FROM code_pools p
  WHERE p.brand_id = $1 AND ($2::timestamptz IS NULL OR (p.created_at, p.pool_id) < ($2, $3::uuid))
  ORDER BY p.created_at DESC, p.pool_id DESC LIMIT $4`;

export async function selectPools(
  sql: Sql,
  brandId: string,
  after: readonly [at: string | null, id: string | null],
  limit: number,
): Promise<CodePoolItem[]> {
  return await sql.query<CodePoolItem>(selectPage, [brandId, ...after, limit]);
}
