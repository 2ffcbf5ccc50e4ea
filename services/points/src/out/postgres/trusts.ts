import type { TrustLevel } from '@cairn/contracts/earning';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { DecidedSubmission, Trust, TrustRule } from '../../domain/trust.js';

const select = `
  SELECT ambassador_id AS "ambassadorId", trust, set_by AS "setBy" FROM trusts WHERE ambassador_id = ANY($1::uuid[])`;

/** How far ambassadors are trusted; those who were never decided on are left out (domain.md 1.5). */
export async function loadTrusts(sql: Sql, ambassadorIds: readonly string[]): Promise<Map<string, Trust>> {
  if (ambassadorIds.length === 0) return new Map();
  const rows = await sql.query<Trust & { ambassadorId: string }>(select, [ambassadorIds]);
  return new Map(rows.map(({ ambassadorId, trust, setBy }) => [ambassadorId, { trust, setBy }]));
}

/** As {@link loadTrusts}, without who said so. */
export async function loadTrust(
  sql: Sql,
  ambassadorIds: readonly string[],
): Promise<Map<string, TrustLevel>> {
  const trusts = await loadTrusts(sql, ambassadorIds);
  return new Map([...trusts].map(([ambassadorId, { trust }]) => [ambassadorId, trust]));
}

/**
 * Of each ambassador's actions those that are decided, in so many days up to the newest of them: by the index
 * submissions_ambassador.
 */
const selectDecided = `
  SELECT asked.id AS "ambassadorId", status, occurred_at AS "occurredAt"
  FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT max(occurred_at) AS newest FROM submissions
    WHERE ambassador_id = asked.id AND status IN ('approved', 'rejected') AND kind = 'action') AS last
  JOIN submissions ON submissions.ambassador_id = asked.id AND status IN ('approved', 'rejected')
    AND kind = 'action' AND occurred_at > last.newest - make_interval(days => $2)`;

/** Days: as old as events may be. */
const longest = 36_500;

export async function loadDecided(
  sql: Sql,
  ambassadorIds: readonly string[],
  { withinDays }: TrustRule,
): Promise<Map<string, DecidedSubmission[]>> {
  const rows = await sql.query<{
    ambassadorId: string;
    status: DecidedSubmission['status'];
    occurredAt: string;
  }>(selectDecided, [ambassadorIds, Math.min(withinDays, longest)]);
  const decided = rows.map(({ occurredAt, ...row }) => ({ ...row, at: Date.parse(occurredAt) }));
  return Map.groupBy(decided, row => row.ambassadorId);
}

export interface TrustRow extends Trust {
  brandId: string;
  ambassadorId: string;
}

/** @param at RFC 3339. */
export async function saveTrusts(sql: Sql, trusts: readonly TrustRow[], at: string): Promise<void> {
  if (trusts.length === 0) return;
  const set = unnest(trusts, {
    ambassador_id: ['uuid', row => row.ambassadorId],
    brand_id: ['uuid', row => row.brandId],
    trust: ['text', row => row.trust],
    set_by: ['text', row => row.setBy],
    changed_at: ['timestamptz', () => at],
  });
  await sql.query(
    `INSERT INTO trusts (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY ambassador_id
     ON CONFLICT (ambassador_id) DO UPDATE
     SET trust = excluded.trust, set_by = excluded.set_by, changed_at = excluded.changed_at`,
    set.params,
  );
}
