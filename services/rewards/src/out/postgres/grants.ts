import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Columns, unnest } from '@cairn/service-kit/postgres/unnest';
import type { Grant } from '../../domain/grant.js';

const columns: Columns<Grant> = {
  grant_id: ['uuid', grant => grant.grantId],
  brand_id: ['uuid', grant => grant.brandId],
  unlock_id: ['uuid', grant => grant.unlockId],
  ordinal: ['int', grant => grant.ordinal],
  ambassador_id: ['uuid', grant => grant.ambassadorId],
  series_id: ['uuid', grant => grant.seriesId],
  tier_id: ['uuid', grant => grant.tierId],
  tier_name: ['text', grant => grant.tierName],
  cycle: ['int', grant => grant.cycle],
  reward: ['jsonb', grant => grant.reward],
  status: ['text', grant => grant.status],
  held_because: ['text', grant => grant.heldBecause],
  version: ['bigint', grant => grant.version],
  unlocked_at: ['timestamptz', grant => grant.unlockedAt],
  causation_id: ['text', grant => grant.causationId],
  correlation_id: ['text', grant => grant.correlationId],
  accepted_at: ['text', grant => grant.acceptedAt],
  created_at: ['timestamptz', grant => grant.createdAt],
  changed_at: ['timestamptz', grant => grant.createdAt],
};

/** Adds grants that are not there yet. @returns the ids of those that were new (domain.md 4.2). */
export async function insertGrants(sql: Sql, grants: readonly Grant[]): Promise<Set<string>> {
  if (grants.length === 0) return new Set();
  const set = unnest(grants, columns);
  const rows = await sql.query<{ grant_id: string }>(
    `INSERT INTO grants (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY grant_id
     ON CONFLICT DO NOTHING RETURNING grant_id`,
    set.params,
  );
  return new Set(rows.map(row => row.grant_id));
}

/** A grant's columns as {@link Grant}, for a table alias `g`. */
export const grantColumns = `
  g.grant_id AS "grantId", g.brand_id AS "brandId", g.unlock_id AS "unlockId", g.ordinal,
  g.ambassador_id AS "ambassadorId", g.series_id AS "seriesId", g.tier_id AS "tierId", g.tier_name AS "tierName",
  g.cycle, g.reward, g.status, g.held_because AS "heldBecause", g.code, g.discount_gid AS "discountGid",
  g.expires_at AS "expiresAt", g.problem, g.waiting_for AS "waitingFor", g.version, g.unlocked_at AS "unlockedAt",
  g.causation_id AS "causationId", g.correlation_id AS "correlationId", g.accepted_at AS "acceptedAt",
  g.created_at AS "createdAt"`;

const updateGrant = `
  UPDATE grants SET status = $3, code = $4, discount_gid = $5, expires_at = $6, problem = $7, waiting_for = $8,
    version = $9, changed_at = $10
  WHERE grant_id = $1 AND version = $2 RETURNING grant_id`;

/** Writes the next version. @returns false where somebody else changed the grant since it was read. */
export async function storeNextVersion(sql: Sql, next: Grant, now: Date): Promise<boolean> {
  const rows = await sql.query(updateGrant, [
    next.grantId,
    next.version - 1,
    next.status,
    next.code,
    next.discountGid,
    next.expiresAt,
    next.problem,
    next.waitingFor,
    next.version,
    now.toISOString(),
  ]);
  return rows.length === 1;
}
