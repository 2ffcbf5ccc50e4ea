import type { ShopItem } from '@cairn/contracts/http/shop';
import { recordAudit } from '@cairn/service-kit/audit';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pullNow } from '../out/postgres/pulled-orders.js';
import { connectedShop, lockShops, makePrimary, shopItems } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { ShopTokenRefused } from '../out/shopify/failures.js';
import { uninstallApp } from '../out/shopify/operations/uninstall-app.js';
import { storeLost } from './shop-changes.js';

/** What an admin does with a connected shop. All throw DomainError `not_found` for one that is not the brand's. */
@Injectable()
export class ChangeShop {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
  ) {}

  /** Codes that name no shop are made there from now on. @throws DomainError `shop_not_connected`. */
  async makePrimary(caller: Caller, shopId: string): Promise<ShopItem> {
    const { brandId } = caller;
    return await inTransaction(this.db, async sql => {
      await lockShops(sql, brandId);
      const before = await this.own(brandId, shopId, sql);
      mustBeConnected(before);
      if (before.primary) return before;
      await makePrimary(sql, brandId, shopId);
      const at = this.clock();
      await recordAudit(sql, 'rewards', caller, commandCause(brandId, at), {
        action: 'shop.make_primary',
        target: { kind: 'shop', id: shopId },
        before: { primary: false },
        after: { primary: true },
        at,
      });
      return { ...before, primary: true };
    });
  }

  /**
   * Takes the app out of the shop, then forgets its token; again where it was done is as well. A token that the shop takes
   * no more is of an app that is out. @throws DomainError `unavailable`: nothing was forgotten, so it can be tried again.
   */
  async disconnect(caller: Caller, shopId: string): Promise<void> {
    const { brandId } = caller;
    const { domain } = await this.own(brandId, shopId);
    const shop = await connectedShop(onPool(this.db), brandId, shopId);
    if (shop === null) return;
    try {
      await this.shopify.call(shop, `disconnect:${shopId}`, uninstallApp, {});
    } catch (error) {
      if (!(error instanceof ShopTokenRefused)) {
        throw new DomainError('unavailable', `The shop ${domain} does not answer just now: try again later.`);
      }
    }
    const at = this.clock();
    const before = new Date(at.getTime() + 1);
    await inTransaction(this.db, sql =>
      storeLost(sql, caller, commandCause(brandId, at), { shopId, status: 'uninstalled', before, at }),
    );
  }

  /** Its orders are looked for now and not only at night. @throws DomainError `shop_not_connected`. */
  async pullOrders(caller: Caller, shopId: string): Promise<void> {
    const { brandId } = caller;
    await inTransaction(this.db, async sql => {
      await lockShops(sql, brandId);
      mustBeConnected(await this.own(brandId, shopId, sql));
      await pullNow(sql, brandId, shopId);
      const at = this.clock();
      await recordAudit(sql, 'rewards', caller, commandCause(brandId, at), {
        action: 'shop.pull_orders',
        target: { kind: 'shop', id: shopId },
        at,
      });
    });
    this.runner.wake();
  }

  private async own(brandId: string, shopId: string, sql = onPool(this.db)): Promise<ShopItem> {
    const shop = (await shopItems(sql, brandId)).find(({ id }) => id === shopId);
    if (shop !== undefined) return shop;
    throw new DomainError('not_found', 'There is no shop with this id: check the id.');
  }
}

function mustBeConnected({ status }: ShopItem): void {
  if (status !== 'connected')
    throw new DomainError('shop_not_connected', 'This shop is not connected: connect it again first.');
}
