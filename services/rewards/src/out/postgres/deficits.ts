import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { Grant } from '../../domain/grant.js';
import { grantColumns } from './grants.js';

/** By grants_of_ambassador and grants_in_deficit. */
const lock = `
  SELECT ${grantColumns}, g.draft_gid IS NOT NULL AND NOT g.draft_retired AS "hasDraft" FROM grants g
  WHERE g.ambassador_id = ANY($1::uuid[])
    OR (g.in_deficit AND g.ambassador_id = ANY($2::uuid[]))
  ORDER BY g.grant_id FOR UPDATE`;

/** Locks, in id order, the grants of those who are under a tier, and of the others those that were. */
export async function lockForStandings(
  sql: Sql,
  of: { under: readonly string[]; all: readonly string[] },
): Promise<(Grant & { hasDraft: boolean })[]> {
  return await sql.query(lock, [of.under, of.all]);
}

/** Of locked grants; their versions are written with what changed of them. */
export async function saveStandings(sql: Sql, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return;
  const set = unnest(grants, {
    grant_id: ['uuid', grant => grant.grantId],
    in_deficit: ['boolean', grant => grant.inDeficit],
    progress_revision: ['bigint', grant => grant.progressRevision],
  });
  await sql.query(
    `UPDATE grants g SET in_deficit = row.in_deficit, progress_revision = row.progress_revision
     FROM ${set.from} WHERE g.grant_id = row.grant_id`,
    set.params,
  );
}
