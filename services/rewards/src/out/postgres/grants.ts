import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Columns, unnest } from '@cairn/service-kit/postgres/unnest';
import type { Grant } from '../../domain/grant.js';

/** What may change of a grant with a version; whether progress is under its tier is kept beside it (deficits.ts). */
const mutable: Columns<Grant> = {
  reward: ['jsonb', grant => grant.reward],
  replacements: ['int', grant => grant.replacements],
  status: ['text', grant => grant.status],
  held_because: ['text', grant => grant.heldBecause],
  code: ['text', grant => grant.code],
  discount_gid: ['text', grant => grant.discountGid],
  expires_at: ['timestamptz', grant => grant.expiresAt],
  order_name: ['text', grant => grant.orderName],
  order_gid: ['text', grant => grant.orderGid],
  fulfilled_at: ['timestamptz', grant => grant.fulfilledAt],
  note: ['text', grant => grant.note],
  tracking: ['text', grant => grant.tracking],
  claim: ['jsonb', grant => grant.claim],
  problem: ['text', grant => grant.problem],
  waiting_for: ['text', grant => grant.waitingFor],
  version: ['bigint', grant => grant.version],
};

/** All that a grant has. */
export const columnsOfGrant: Columns<Grant> = {
  grant_id: ['uuid', grant => grant.grantId],
  brand_id: ['uuid', grant => grant.brandId],
  unlock_id: ['uuid', grant => grant.unlockId],
  ordinal: ['int', grant => grant.ordinal],
  ambassador_id: ['uuid', grant => grant.ambassadorId],
  series_id: ['uuid', grant => grant.seriesId],
  series_name: ['text', grant => grant.seriesName],
  tier_id: ['uuid', grant => grant.tierId],
  tier_name: ['text', grant => grant.tierName],
  cycle: ['int', grant => grant.cycle],
  ...mutable,
  in_deficit: ['boolean', grant => grant.inDeficit],
  progress_revision: ['bigint', grant => grant.progressRevision],
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
  const set = unnest(grants, columnsOfGrant);
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
  g.ambassador_id AS "ambassadorId", g.series_id AS "seriesId", g.series_name AS "seriesName",
  g.tier_id AS "tierId", g.tier_name AS "tierName", g.cycle, g.reward, g.replacements, g.status,
  g.held_because AS "heldBecause", g.code, g.discount_gid AS "discountGid", g.expires_at AS "expiresAt",
  g.order_name AS "orderName", g.order_gid AS "orderGid", g.fulfilled_at AS "fulfilledAt", g.note, g.tracking,
  g.claim, g.problem, g.waiting_for AS "waitingFor", g.in_deficit AS "inDeficit",
  g.progress_revision AS "progressRevision", g.version, g.unlocked_at AS "unlockedAt",
  g.causation_id AS "causationId", g.correlation_id AS "correlationId", g.accepted_at AS "acceptedAt",
  g.created_at AS "createdAt"`;

const lock = `
  SELECT ${grantColumns} FROM grants g
  WHERE g.brand_id = $1 AND g.grant_id = ANY($2::uuid[]) ORDER BY g.grant_id FOR UPDATE`;

/** A brand's grants of these ids, locked in id order; those that are not there or another brand's are missing. */
export async function lockGrants(sql: Sql, brandId: string, ids: readonly string[]): Promise<Grant[]> {
  return await sql.query<Grant>(lock, [brandId, ids]);
}

const assignments = Object.keys(mutable)
  .map(column => `${column} = row.${column}`)
  .join(', ');

/** Writes the next versions. @returns those that were written; not those that somebody changed since they were read. */
export async function storeNextVersions(sql: Sql, next: readonly Grant[], now: Date): Promise<Grant[]> {
  if (next.length === 0) return [];
  const set = unnest(next, { grant_id: ['uuid', grant => grant.grantId], ...mutable });
  const rows = await sql.query<{ grant_id: string }>(
    `UPDATE grants g SET ${assignments}, changed_at = $${set.params.length + 1} FROM ${set.from}
     WHERE g.grant_id = row.grant_id AND g.version = row.version - 1 RETURNING g.grant_id`,
    [...set.params, now.toISOString()],
  );
  const written = new Set(rows.map(row => row.grant_id));
  return next.filter(grant => written.has(grant.grantId));
}
