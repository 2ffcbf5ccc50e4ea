import { shopUninstalled } from '@cairn/contracts/events/shop/uninstalled';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { newId } from '@cairn/service-kit/events/derive';
import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IngestionConfig } from '../config.js';
import { findJudgingBrands, type JudgingBrand } from '../out/postgres/brands.js';
import { keepWebhook } from '../out/postgres/shop-webhooks.js';
import { countWebhook } from './metrics.js';
import { type Delivered, type ReadWebhook, readWebhook } from './shop-webhook.js';
import { TakeShopOrders } from './take-shop-orders.js';

export interface SignedWebhook extends Omit<Delivered, 'triggeredAt'> {
  brandId: string;
  webhookId: string;
  /** RFC 3339; null where the shop did not say. */
  triggeredAt: string | null;
}

/** Takes a shop's webhook, once, with all that it leads to in one transaction: what was answered 200 has happened. */
@Injectable()
export class TakeWebhook {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(TakeShopOrders) private readonly orders: TakeShopOrders,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: IngestionConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError `not_found` where there is no such brand. */
  async take(webhook: SignedWebhook): Promise<void> {
    const { brandId, webhookId, topic, shopDomain } = webhook;
    const now = this.clock();
    const triggeredAt = webhook.triggeredAt ?? now.toISOString();
    const read = readWebhook({ ...webhook, triggeredAt }, this.config.EMAIL_HASH_KEY);
    if (read.kind === 'ignored') {
      await this.brandOf(onPool(this.db, { prepared: true }), brandId);
      countWebhook(brandId, topic, 'ignored');
      return;
    }
    const problem = read.kind === 'unreadable' ? read.problem : null;
    const isNew = await inTransaction(
      this.db,
      async sql => {
        const kept = { brandId, webhookId, topic, shopDomain, problem };
        const [brand, isFirst] = await Promise.all([this.brandOf(sql, brandId), keepWebhook(sql, kept, now)]);
        if (!isFirst) return false;
        await this.act(sql, brand, read, { shopDomain, triggeredAt, acceptedAt: now.toISOString() });
        return true;
      },
      { prepared: true },
    );
    if (problem !== null)
      this.logger.warn({ brandId, webhookId, topic, shop: shopDomain, problem }, 'unreadable webhook');
    countWebhook(brandId, topic, isNew ? read.kind : 'repeated');
  }

  private async brandOf(sql: Sql, brandId: string): Promise<JudgingBrand> {
    const brand = (await findJudgingBrands(sql, [brandId])).get(brandId);
    if (brand === undefined) throw new DomainError('not_found', 'There is no such brand.');
    return brand;
  }

  private async act(
    sql: Sql,
    brand: JudgingBrand,
    read: ReadWebhook,
    { shopDomain, triggeredAt, acceptedAt }: { shopDomain: string; triggeredAt: string; acceptedAt: string },
  ): Promise<void> {
    const { brandId } = brand;
    if (read.kind === 'order')
      await this.orders.take(sql, brand, [{ orderId: read.orderId, heard: read.heard, acceptedAt }]);
    if (read.kind !== 'uninstalled') return;
    const id = newId();
    const event = {
      ...({ specversion: '1.0', id, source: 'cairn/ingestion', type: shopUninstalled.type } as const),
      ...({ subject: shopDomain, time: triggeredAt, datacontenttype: 'application/json' } as const),
      ...{ brandid: brandId, acceptedat: acceptedAt, correlationid: `shopify:app/uninstalled:${shopDomain}` },
      data: { shopDomain },
    };
    await appendToOutbox(sql, [{ topic: 'shopNotices', key: `${brandId}:shop:${shopDomain}`, event }]);
  }
}
