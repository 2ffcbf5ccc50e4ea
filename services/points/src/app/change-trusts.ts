import type { TrustLevel } from '@cairn/contracts/earning';
import { trustChanged } from '@cairn/contracts/events/catalog/trust-changed';
import type { TrustView } from '@cairn/contracts/http/submission';
import { recordAudit } from '@cairn/service-kit/audit';
import { type CatalogMark, publishCatalog } from '@cairn/service-kit/catalog/publish';
import { type Cause, commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { untold } from '../domain/trust.js';
import { lockAccount, lockAccounts } from '../out/postgres/accounts.js';
import { loadTrusts, saveTrusts, type TrustRow } from '../out/postgres/trusts.js';

/**
 * Trusts an ambassador as an admin says; null leaves it to the brand's rule again, from `new` on (domain.md 1.5).
 * @throws DomainError `not_found` for another brand's.
 */
export async function setTrust(
  sql: Sql,
  caller: Caller,
  ambassadorId: string,
  trust: TrustLevel | null,
  now: Date,
): Promise<CommandAnswer<TrustView>> {
  await lockAccount(sql, caller.brandId, ambassadorId);
  const before = (await loadTrusts(sql, [ambassadorId])).get(ambassadorId) ?? untold;
  const after: TrustView = trust === null ? untold : { trust, setBy: 'admin' };
  if (before.trust === after.trust && before.setBy === after.setBy) return { body: after, mark: null };
  const cause = commandCause(caller.brandId, now);
  const row = { brandId: caller.brandId, ambassadorId, ...after };
  return { body: after, mark: await changeTrusts(sql, caller, cause, [{ ...row, from: before }], now) };
}

/**
 * Trusts many as an admin's import says, with one record of all; who is trusted so already is left.
 * @throws DomainError `not_found` where one is another brand's.
 */
export async function setTrusts(
  sql: Sql,
  caller: Caller,
  wanted: readonly { ambassadorId: string; trust: TrustLevel }[],
  now: Date,
): Promise<CommandAnswer<object>> {
  const { brandId } = caller;
  const ids = wanted.map(of => of.ambassadorId);
  await lockAccounts(sql, brandId, ids);
  const before = await loadTrusts(sql, ids);
  const rows = wanted
    .map<TrustRow>(of => ({ brandId, ...of, setBy: 'admin' }))
    .filter(({ ambassadorId, trust, setBy }) => {
      const was = before.get(ambassadorId) ?? untold;
      return was.trust !== trust || was.setBy !== setBy;
    });
  if (rows.length === 0) return { body: {}, mark: null };
  const cause = commandCause(brandId, now);
  const after = Object.groupBy(rows, row => row.trust);
  await recordAudit(sql, 'points', caller, cause, {
    action: 'ambassador.trust',
    target: { kind: 'brand', id: brandId },
    after: Object.fromEntries(
      Object.entries(after).map(([trust, of]) => [trust, of.map(row => row.ambassadorId)]),
    ),
    at: now,
  });
  return { body: {}, mark: await writeTrusts(sql, cause, rows, now) };
}

/** Writes trust, tells of it and records it; the accounts are locked. @returns null where nothing changes. */
export async function changeTrusts(
  sql: Sql,
  caller: Caller,
  cause: Cause,
  changes: readonly (TrustRow & { from: TrustView })[],
  now: Date,
): Promise<CatalogMark | null> {
  const trusts = [...new Map(changes.map(of => [of.ambassadorId, of])).values()];
  if (trusts.length === 0) return null;
  for (const { ambassadorId, trust, setBy, from } of trusts) {
    await recordAudit(sql, 'points', caller, cause, {
      action: 'ambassador.trust',
      target: { kind: 'ambassador', id: ambassadorId },
      before: from,
      after: { trust, setBy },
      at: now,
    });
  }
  return await writeTrusts(sql, cause, trusts, now);
}

async function writeTrusts(
  sql: Sql,
  cause: Cause,
  trusts: readonly TrustRow[],
  now: Date,
): Promise<CatalogMark> {
  await saveTrusts(sql, trusts, now.toISOString());
  return await publishCatalog(
    sql,
    'points',
    'catalogEarning',
    cause,
    now,
    trusts.map(({ brandId, ambassadorId, trust, setBy }) => ({
      definition: trustChanged,
      key: `${brandId}:trust:${ambassadorId}`,
      data: { ambassadorId, trust, setBy },
    })),
  );
}
