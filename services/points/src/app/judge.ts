import type { Sql } from '@cairn/service-kit/postgres/sql';
import { lockAndLoadAccounts } from '../out/postgres/accounts.js';
import { resolveRefs } from '../out/postgres/ambassador-refs.js';
import { loadTouchedAwards } from '../out/postgres/awards.js';
import { loadCatalogs } from '../out/postgres/catalog.js';
import { loadOpenRefunds, lockOrders } from '../out/postgres/orders.js';
import { Judgement } from './judgement.js';
import { saveJudgement } from './save-judgement.js';
import { keyOf, type OrderState, type WorkingSet } from './working-set.js';

export interface Subjects {
  brandIds: readonly string[];
  orders: readonly { brandId: string; orderId: string }[];
  refs: readonly { brandId: string; ref: string }[];
  /** Ambassadors to lock besides those that the orders and references lead to. */
  ambassadorIds?: readonly string[];
}

/**
 * The one way to the ledger: locks in the fixed order (orders, references, accounts; each sorted), loads what the rules
 * need, lets `decide` judge in memory, and writes it all (design.md §3). Event keys come before, due work after.
 */
export async function judge(
  sql: Sql,
  now: Date,
  subjects: Subjects,
  decide: (judgement: Judgement, set: WorkingSet) => void | Promise<void>,
): Promise<void> {
  const set = await lockAndLoad(sql, subjects, now.getTime());
  const judgement = new Judgement(set, now.getTime());
  await decide(judgement, set);
  await saveJudgement(sql, judgement, set, now);
}

async function lockAndLoad(sql: Sql, subjects: Subjects, now: number): Promise<WorkingSet> {
  const orderRows = subjects.orders.length === 0 ? [] : await lockOrders(sql, subjects.orders);
  const ambassadors = await resolveRefs(sql, subjects.refs);
  const awarded = orderRows.flatMap(({ ambassadorId, awardId }) =>
    ambassadorId === null || awardId === null ? [] : [{ ambassadorId, awardId }],
  );
  const touched = new Set([
    ...ambassadors.values(),
    ...awarded.map(award => award.ambassadorId),
    ...(subjects.ambassadorIds ?? []),
  ]);
  const accounts = await lockAndLoadAccounts(sql, [...touched]);
  const awards = await loadTouchedAwards(sql, awarded, [...touched], now);
  const refunds = await loadOpenRefunds(sql, orderRows);
  const byId = new Map(awards.map(award => [award.id, award]));
  const accountsById = new Map(accounts.map(account => [account.ambassadorId, account]));
  for (const award of awards) if (award.held) accountsById.get(award.ambassadorId)?.holds.push(award);
  const orders = orderRows.map<OrderState>(row => ({
    brandId: row.brandId,
    orderId: row.orderId,
    award: row.awardId === null ? null : byId.get(row.awardId)!,
    refused: row.refused,
    openRefunds: [],
  }));
  const ordersByKey = new Map(orders.map(order => [keyOf(order.brandId, order.orderId), order]));
  for (const refund of refunds)
    ordersByKey.get(keyOf(refund.brandId, refund.orderId))?.openRefunds.push(refund);
  return {
    catalogs: await loadCatalogs(sql, subjects.brandIds),
    ambassadors,
    accounts: accountsById,
    orders: ordersByKey,
  };
}
