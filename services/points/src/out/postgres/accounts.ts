import { DomainError } from '@cairn/service-kit/domain-error';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { AccountState } from '../../app/working-set.js';
import type { Account } from '../../domain/account.js';

interface AccountRow {
  ambassadorId: string;
  brandId: string;
  seq: number;
  pending: number;
  available: number;
  memberships: { programId: string; from: string; to: string | null }[] | null;
  emailHash: string | null;
}

const openAccounts = `
  INSERT INTO accounts (ambassador_id, brand_id)
  SELECT ambassador_id, brand_id FROM ambassadors
  WHERE ambassador_id = ANY($1::uuid[])
    AND NOT EXISTS (SELECT FROM accounts WHERE accounts.ambassador_id = ambassadors.ambassador_id)
  ORDER BY ambassador_id
  ON CONFLICT DO NOTHING`;

const lockAndLoad = `
  SELECT ambassador_id AS "ambassadorId", brand_id AS "brandId", seq, pending, available,
    (SELECT memberships FROM ambassadors WHERE ambassadors.ambassador_id = accounts.ambassador_id) AS memberships,
    (SELECT email_hash FROM ambassadors WHERE ambassadors.ambassador_id = accounts.ambassador_id) AS "emailHash"
  FROM accounts WHERE ambassador_id = ANY($1::uuid[])
  ORDER BY ambassador_id FOR UPDATE OF accounts`;

/** Locks the accounts in id order: everything of one ambassador's ledger happens under this row (design.md §3). */
export async function lockAndLoadAccounts(
  sql: Sql,
  ambassadorIds: readonly string[],
): Promise<AccountState[]> {
  if (ambassadorIds.length === 0) return [];
  const [, rows] = await Promise.all([
    sql.query(openAccounts, [ambassadorIds]),
    sql.query<AccountRow>(lockAndLoad, [ambassadorIds]),
  ]);
  return rows.map(({ ambassadorId, brandId, seq, pending, available, memberships, emailHash }) => ({
    ambassadorId,
    brandId,
    account: { seq, pending, available },
    memberships: (memberships ?? []).map(({ programId, from, to }) => ({
      programId,
      from: Date.parse(from),
      to: to === null ? null : Date.parse(to),
    })),
    emailHash,
    holds: [],
  }));
}

export async function saveAccounts(sql: Sql, states: readonly AccountState[]): Promise<void> {
  await moveAccounts(
    sql,
    states.map(({ ambassadorId, account }) => ({ ambassadorId, ...account })),
  );
}

export async function moveAccounts(
  sql: Sql,
  accounts: readonly (Account & { ambassadorId: string })[],
): Promise<void> {
  if (accounts.length === 0) return;
  const set = unnest(accounts, {
    ambassador_id: ['uuid', row => row.ambassadorId],
    seq: ['bigint', row => row.seq],
    pending: ['bigint', row => row.pending],
    available: ['bigint', row => row.available],
  });
  await sql.query(
    `UPDATE accounts SET seq = row.seq, pending = row.pending, available = row.available
     FROM ${set.from} WHERE accounts.ambassador_id = row.ambassador_id`,
    set.params,
  );
}

const openRecalled = `
  INSERT INTO accounts (ambassador_id, brand_id)
  SELECT DISTINCT ambassador_id, brand_id FROM unnest($1::uuid[], $2::uuid[]) AS row (ambassador_id, brand_id)
  ORDER BY ambassador_id
  ON CONFLICT DO NOTHING`;

const lockSeqs = `
  SELECT ambassador_id AS "ambassadorId", seq FROM accounts WHERE ambassador_id = ANY($1::uuid[])
  ORDER BY ambassador_id FOR UPDATE`;

/**
 * Locks the accounts whose rows are read back, in id order, making those of ambassadors that this database has
 * forgotten. @returns the number of each one's last row.
 */
export async function lockForRecall(
  sql: Sql,
  rows: readonly { brandid: string; data: { ambassadorId: string } }[],
): Promise<Map<string, number>> {
  const ids = rows.map(row => row.data.ambassadorId);
  await sql.query(openRecalled, [ids, rows.map(row => row.brandid)]);
  const locked = await sql.query<{ ambassadorId: string; seq: number }>(lockSeqs, [ids]);
  return new Map(locked.map(({ ambassadorId, seq }) => [ambassadorId, seq]));
}

const selectForeign = `
  SELECT 1 FROM ambassadors WHERE ambassador_id = ANY($2::uuid[]) AND brand_id <> $1
  UNION ALL SELECT 1 FROM trusts WHERE ambassador_id = ANY($2::uuid[]) AND brand_id <> $1 LIMIT 1`;

/**
 * Locks the account of one ambassador, making it if it is missing. One that the copy does not have yet has none: whoever
 * calls has just made them.
 * @throws DomainError `not_found` for another brand's.
 */
export async function lockAccount(sql: Sql, brandId: string, ambassadorId: string): Promise<void> {
  await lockAccounts(sql, brandId, [ambassadorId]);
}

const lockKnown = 'SELECT 1 FROM accounts WHERE brand_id = $1 AND ambassador_id = $2 FOR UPDATE';

/** Locks the account of one ambassador. @returns false where the brand has no such ambassador here. */
export async function lockKnownAccount(sql: Sql, brandId: string, ambassadorId: string): Promise<boolean> {
  await sql.query(openAccounts, [[ambassadorId]]);
  return (await sql.query(lockKnown, [brandId, ambassadorId])).length === 1;
}

/** As {@link lockAccount}, of many, in id order. */
export async function lockAccounts(
  sql: Sql,
  brandId: string,
  ambassadorIds: readonly string[],
): Promise<void> {
  if ((await sql.query(selectForeign, [brandId, ambassadorIds])).length > 0)
    throw new DomainError('not_found', 'There is no ambassador with this id: check the id.');
  await sql.query(openAccounts, [ambassadorIds]);
  await sql.query(lockSeqs, [ambassadorIds]);
}
