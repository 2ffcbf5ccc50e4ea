import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Grant } from '../../domain/grant.js';

/** The draft order of a grant; `retired`: it is being deleted, because what it was made from has changed. */
export interface StoredDraft {
  gid: string;
  fingerprint: string;
  retired: boolean;
}

/** A late claimer has an older version of the grant: what it stores would be a second draft. */
const store = `
  UPDATE grants SET draft_gid = $3, draft_fingerprint = $4, draft_retired = false
  WHERE grant_id = $1 AND version = $2 RETURNING grant_id`;

/** @returns false where the grant has changed since it was read. */
export async function storeDraft(
  sql: Sql,
  { grantId, version }: Grant,
  draft: { gid: string; fingerprint: string },
): Promise<boolean> {
  return (await sql.query(store, [grantId, version, draft.gid, draft.fingerprint])).length === 1;
}

const retire = `
  UPDATE grants SET draft_retired = true WHERE grant_id = $1 AND version = $2 RETURNING grant_id`;

/**
 * Says that the draft is going to be deleted, before it is: one that is not found later was deleted by us.
 * @returns false where the grant has changed since it was read.
 */
export async function retireDraft(sql: Sql, { grantId, version }: Grant): Promise<boolean> {
  return (await sql.query(retire, [grantId, version])).length === 1;
}

const forget = `
  UPDATE grants SET draft_gid = NULL, draft_fingerprint = NULL, draft_retired = false WHERE grant_id = $1`;

/** The draft is no longer at Shopify, and an admin is asked whether it became an order. */
export async function forgetDraft(sql: Sql, grantId: string): Promise<void> {
  await sql.query(forget, [grantId]);
}

const forgetSwept = `
  UPDATE grants SET draft_gid = NULL, draft_fingerprint = NULL, draft_retired = false
  WHERE brand_id = $1 AND draft_gid = ANY($2::text[]) AND status NOT IN ('pending', 'needs_attention', 'ordered')`;

/** Drafts that were swept; not those that came to be needed meanwhile: whoever misses them asks an admin. */
export async function forgetSweptDrafts(sql: Sql, brandId: string, gids: readonly string[]): Promise<void> {
  if (gids.length > 0) await sql.query(forgetSwept, [brandId, gids]);
}

const needed = `
  SELECT draft_gid FROM grants
  WHERE brand_id = $1 AND grant_id = ANY($2::uuid[]) AND draft_gid IS NOT NULL
    AND status IN ('pending', 'needs_attention', 'ordered')`;

/** The drafts of these grants that are or may become an order. */
export async function neededDrafts(
  sql: Sql,
  brandId: string,
  grantIds: readonly string[],
): Promise<Set<string>> {
  const rows = await sql.query<{ draft_gid: string }>(needed, [brandId, grantIds]);
  return new Set(rows.map(row => row.draft_gid));
}
