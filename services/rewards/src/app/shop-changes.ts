import { recordAudit } from '@cairn/service-kit/audit';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { type Cause, derivedId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { grantKinds, pullOrders, subscribeWebhooks, sweepDrafts } from '../domain/work.js';
import { wakeGrantsOf } from '../out/postgres/shop-variants.js';
import {
  type ConnectedShop,
  lockShops,
  loseShop,
  type ShopStatus,
  settlePrimary,
  upsertShop,
} from '../out/postgres/shops.js';
import { wakeWaiting } from '../out/postgres/waiting-grants.js';

/** A shop's id is its brand's and its domain's: one that is connected again is the same. */
export function shopIdOf(brandId: string, domain: string): string {
  return derivedId(brandId, 'shop', domain);
}

/** Stores a shop that let the app in; what waited for one goes on. In the transaction of its cause. */
export async function storeConnected(sql: Sql, shop: ConnectedShop, now: Date): Promise<void> {
  const { brandId, shopId } = shop;
  await lockShops(sql, brandId);
  await upsertShop(sql, shop, now);
  await settlePrimary(sql, brandId);
  await wakeWaiting(sql, 'shop', [brandId]);
  const dueAt = now.toISOString();
  await scheduleWork(
    sql,
    [sweepDrafts, subscribeWebhooks, pullOrders].map(kind => ({
      kind,
      key: shopId,
      brandId,
      payload: {},
      dueAt,
    })),
  );
}

/**
 * Marks a shop as lost where it is connected since `before` or longer, and forgets its token. Grants that were to be made there
 * have their turn at once, and ask for an admin (domain.md 4.7). @returns whether it was connected.
 */
export async function storeLost(
  sql: Sql,
  caller: Caller,
  cause: Cause,
  lost: { shopId: string; status: Exclude<ShopStatus, 'connected'>; before: Date; at: Date },
): Promise<boolean> {
  const { brandId } = caller;
  const { shopId, status, before, at } = lost;
  await lockShops(sql, brandId);
  const domain = await loseShop(sql, brandId, shopId, status, before);
  if (domain === null) return false;
  await settlePrimary(sql, brandId);
  await wakeGrantsOf(sql, brandId, shopId, grantKinds);
  await recordAudit(sql, 'rewards', caller, cause, {
    action: `shop.${status}`,
    target: { kind: 'shop', id: shopId },
    before: { domain, status: 'connected' },
    after: { domain, status },
    at,
  });
  return true;
}

/** What the log says of what no person did. */
export function shopifyOf(brandId: string): Caller {
  return { brandId, actor: { kind: 'system', id: 'Shopify', ip: null } };
}
