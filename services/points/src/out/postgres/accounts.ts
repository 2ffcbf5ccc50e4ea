import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { AccountState } from '../../app/working-set.js';

interface AccountRow {
  ambassadorId: string;
  brandId: string;
  seq: number;
  pending: number;
  available: number;
  memberships: { programId: string; from: string; to: string | null }[] | null;
}

const openAccounts = `
  INSERT INTO accounts (ambassador_id, brand_id)
  SELECT ambassador_id, brand_id FROM ambassadors
  WHERE ambassador_id = ANY($1::uuid[])
    AND NOT EXISTS (SELECT FROM accounts WHERE accounts.ambassador_id = ambassadors.ambassador_id)
  ORDER BY ambassador_id
  ON CONFLICT DO NOTHING`;

const lockAccounts = `
  SELECT ambassador_id AS "ambassadorId", brand_id AS "brandId", seq, pending, available,
    (SELECT memberships FROM ambassadors WHERE ambassadors.ambassador_id = accounts.ambassador_id) AS memberships
  FROM accounts WHERE ambassador_id = ANY($1::uuid[])
  ORDER BY ambassador_id FOR UPDATE OF accounts`;

/** Locks the accounts in id order: everything of one ambassador's ledger happens under this row (design.md §3). */
export async function lockAndLoadAccounts(
  sql: Sql,
  ambassadorIds: readonly string[],
): Promise<AccountState[]> {
  if (ambassadorIds.length === 0) return [];
  await sql.query(openAccounts, [ambassadorIds]);
  const rows = await sql.query<AccountRow>(lockAccounts, [ambassadorIds]);
  return rows.map(({ ambassadorId, brandId, seq, pending, available, memberships }) => ({
    ambassadorId,
    brandId,
    account: { seq, pending, available },
    memberships: (memberships ?? []).map(({ programId, from, to }) => ({
      programId,
      from: Date.parse(from),
      to: to === null ? null : Date.parse(to),
    })),
    holds: [],
  }));
}

export async function saveAccounts(sql: Sql, states: readonly AccountState[]): Promise<void> {
  if (states.length === 0) return;
  const set = unnest(states, {
    ambassador_id: ['uuid', row => row.ambassadorId],
    seq: ['bigint', row => row.account.seq],
    pending: ['bigint', row => row.account.pending],
    available: ['bigint', row => row.account.available],
  });
  await sql.query(
    `UPDATE accounts SET seq = row.seq, pending = row.pending, available = row.available
     FROM ${set.from} WHERE accounts.ambassador_id = row.ambassador_id`,
    set.params,
  );
}
