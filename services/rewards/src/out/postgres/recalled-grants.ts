import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { Grant } from '../../domain/grant.js';
import type { RecalledGrant } from '../../domain/recalled-grant.js';
import { columnsOfGrant, grantColumns } from './grants.js';

/**
 * Those that this database knows nothing of, or less than the stream; none in ordinary life. One look by primary key each,
 * without a lock.
 */
export async function newsOf(sql: Sql, grants: readonly RecalledGrant[]): Promise<RecalledGrant[]> {
  const set = unnest(grants, {
    grant_id: ['uuid', grant => grant.grantId],
    version: ['bigint', grant => grant.version],
    changed_at: ['timestamptz', grant => grant.changedAt],
  });
  const rows = await sql.query<{ place: number }>(
    `SELECT row.place FROM ${set.from} LEFT JOIN grants g ON g.grant_id = row.grant_id
     WHERE g.grant_id IS NULL OR ${isNewer('row')}`,
    set.params,
  );
  return rows.map(({ place }) => grants[Number(place) - 1]!);
}

/**
 * Takes over what the stream says where it is still newer; two that meet here wait for one another. What the stream does
 * not tell stays as it is.
 * @returns the grants as they are now.
 */
export async function adoptGrants(sql: Sql, grants: readonly RecalledGrant[], now: Date): Promise<Grant[]> {
  const set = unnest(grants, {
    ...columnsOfGrant,
    changed_at: ['timestamptz', (grant: RecalledGrant) => grant.changedAt],
    recalled_at: ['timestamptz', () => now.toISOString()],
  });
  return await sql.query<Grant>(
    `INSERT INTO grants AS g (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY grant_id
     ON CONFLICT (grant_id) DO UPDATE SET
       ${told.map(column => `${column} = excluded.${column}`).join(', ')},
       replacements = g.replacements + (g.reward IS DISTINCT FROM excluded.reward)::int,
       created_at = least(g.created_at, excluded.created_at)
     WHERE ${isNewer('excluded')}
     RETURNING ${grantColumns}`,
    set.params,
  );
}

const told = [
  'reward',
  'status',
  'held_because',
  'code',
  'expires_at',
  'order_name',
  'fulfilled_at',
  'note',
  'tracking',
  'problem',
  'waiting_for',
  'in_deficit',
  'progress_revision',
  'version',
  'changed_at',
  'recalled_at',
];

/** An equal version that came about earlier is what all readers have: this database wrote its own without knowing. */
function isNewer(other: string): string {
  return `g.version < ${other}.version OR (g.version = ${other}.version AND g.changed_at > ${other}.changed_at)`;
}

/** Adds to recalled grants what only their unlock tells. @returns those that lacked it. */
export async function completeGrants(sql: Sql, grants: readonly Grant[]): Promise<Grant[]> {
  const set = unnest(grants, {
    grant_id: ['uuid', grant => grant.grantId],
    ordinal: ['int', grant => grant.ordinal],
    series_name: ['text', grant => grant.seriesName],
    unlocked_at: ['timestamptz', grant => grant.unlockedAt],
    reward: ['jsonb', grant => grant.reward],
  });
  return await sql.query<Grant>(
    `UPDATE grants g SET ordinal = row.ordinal, series_name = row.series_name, unlocked_at = row.unlocked_at,
       replacements = greatest(g.replacements, (g.reward IS DISTINCT FROM row.reward)::int)
     FROM ${set.from} WHERE g.grant_id = row.grant_id AND g.ordinal IS NULL RETURNING ${grantColumns}`,
    set.params,
  );
}
