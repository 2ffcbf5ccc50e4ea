import type { EventOf } from '@cairn/contracts/envelope';
import { orderSeen } from '@cairn/contracts/events/shop/order-seen';
import type { ShopOrder } from '@cairn/contracts/shop-order';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { type ClaimedWork, finishWork, postponeWork } from '@cairn/service-kit/due-work/due-work';
import { emailHash } from '@cairn/service-kit/email-hash';
import { newId } from '@cairn/service-kit/events/derive';
import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { RewardsConfig } from '../config.js';
import { keepPulledTo, pullFrom } from '../out/postgres/pulled-orders.js';
import { connectedShop, type Shop } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { ShopifyThrottled } from '../out/shopify/failures.js';
import { type ChangedPage, listChangedOrders, readOrder } from '../out/shopify/operations/shop-orders.js';
import type { Send } from './make-code.js';
import { seenOrder, UnreadableOrder } from './seen-order.js';

/** Milliseconds: between pulls; what of the one before is looked at again; and until a busy shop is asked again. */
const every = 24 * 3_600_000;
const overlap = 2 * 86_400_000;
const whenBusy = 15_000;

/** Orders in one page: each is read by itself, and rewards go before. */
const page = 10;

/** Where a pull is that is under way. */
const underWay = z.object({ startedAt: z.iso.datetime(), after: z.string() }).partial();

/**
 * Asks a shop once a day for the orders that changed, since webhooks get lost; ingestion takes what is new of them. One page
 * a turn, so that a pull of many is not begun anew, and leaves the shop's budget to what ambassadors wait for.
 */
@Injectable()
export class PullOrders {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: RewardsConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async perform(work: ClaimedWork): Promise<void> {
    const { brandId } = work;
    const shop = await connectedShop(onPool(this.db), brandId, work.key);
    if (shop === null) {
      await finishWork(onPool(this.db), work);
      return;
    }
    const { startedAt = this.clock().toISOString(), after = null } = underWay.parse(work.payload);
    try {
      const { pulledTo, ordersFrom } = await pullFrom(onPool(this.db), shop.shopId);
      const since = new Date(Math.max(ordersFrom.getTime(), (pulledTo ?? ordersFrom).getTime() - overlap));
      const read = await this.page(shop, work.key, { since, ordersFrom, after });
      await inTransaction(this.db, async sql => {
        await appendToOutbox(
          sql,
          read.orders.map(order => this.told(brandId, order)),
        );
        if (await this.goesOn(sql, work, read.next, startedAt)) return;
        await keepPulledTo(sql, shop.shopId, startedAt);
      });
    } catch (error) {
      if (!(error instanceof ShopifyThrottled)) throw error;
      const payload = after === null ? { startedAt } : { startedAt, after };
      await postponeWork(onPool(this.db), work, whenBusy, 'the shop is busy', payload);
    }
  }

  /** @returns whether there is another page. */
  private async goesOn(
    sql: Sql,
    work: ClaimedWork,
    next: string | null,
    startedAt: string,
  ): Promise<boolean> {
    if (next === null) await postponeWork(sql, work, every, 'until the next pull', {});
    else await postponeWork(sql, work, 0, 'the next page', { startedAt, after: next });
    return next !== null;
  }

  private async page(
    shop: Shop,
    key: string,
    { since, ordersFrom, after }: { since: Date; ordersFrom: Date; after: string | null },
  ): Promise<{ orders: ShopOrder[]; next: string | null }> {
    const send: Send = (operation, variables) => this.shopify.call(shop, key, operation, variables);
    // Whole seconds, as shops keep them.
    const query = `updated_at:>='${since.toISOString().slice(0, 19)}Z'`;
    const { nodes, pageInfo }: ChangedPage = (await send(listChangedOrders, { query, first: page, after }))
      .orders;
    const orders: ShopOrder[] = [];
    for (const { id } of nodes) {
      const order = await this.read(send, shop, id);
      // What was placed before is the brand's own history, which it may have loaded itself.
      if (order !== null && Date.parse(order.placedAt) >= Math.floor(ordersFrom.getTime() / 1_000) * 1_000)
        orders.push(order);
    }
    return { orders, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
  }

  private async read(
    send: Send,
    { brandId, domain: shopDomain }: Shop,
    id: string,
  ): Promise<ShopOrder | null> {
    const asOf = this.clock().toISOString();
    const { order } = await send(readOrder, { id });
    if (order === null) return null;
    try {
      const hashOf = (email: string) => emailHash(email, this.config.EMAIL_HASH_KEY);
      return seenOrder(order, { shopDomain, asOf, hashOf });
    } catch (error) {
      if (!(error instanceof UnreadableOrder)) throw error;
      this.logger.warn({ brandId, shop: shopDomain, order: id, problem: error.message }, 'unreadable order');
      return null;
    }
  }

  private told(brandId: string, order: ShopOrder) {
    const now = this.clock().toISOString();
    const event: EventOf<typeof orderSeen> = {
      ...{ specversion: '1.0', id: newId(), source: 'cairn/rewards', type: orderSeen.type },
      ...{ subject: order.orderId, time: order.asOf, datacontenttype: 'application/json' },
      ...{ brandid: brandId, acceptedat: now, correlationid: `shopify:order:${order.orderId}` },
      data: order,
    };
    return { topic: 'shopOrders' as const, key: `${brandId}:order:${order.orderId}`, event };
  }
}
