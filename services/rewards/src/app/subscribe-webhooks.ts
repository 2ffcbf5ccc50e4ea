import { CONFIG } from '@cairn/service-kit/config/base-config';
import { type ClaimedWork, finishWork, postponeWork } from '@cairn/service-kit/due-work/due-work';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RewardsConfig } from '../config.js';
import { connectedShop } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import {
  createSubscription,
  listSubscriptions,
  subscribedTopics,
  updateSubscription,
} from '../out/shopify/operations/webhook-subscriptions.js';
import type { Send } from './make-code.js';

/** Milliseconds: Shopify takes a subscription away whose address did not answer for long. */
const every = 24 * 3_600_000;

/** Makes sure that a shop's webhooks come to ingestion, under its brand's address (api.md, Ingestion). */
@Injectable()
export class SubscribeWebhooks {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
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
    const { INGESTION_PUBLIC_URL: base, SHOPIFY_API_KEY: app } = this.config;
    // Without an app nothing would be signed.
    if (base !== undefined && app !== undefined) {
      const send: Send = (operation, variables) => this.shopify.call(shop, work.key, operation, variables);
      const changed = await subscribe(send, `${base}/v1/webhooks/shopify/${brandId}`);
      if (changed > 0) this.logger.info({ brandId, shop: shop.domain, changed }, 'webhooks subscribed to');
    }
    await postponeWork(onPool(this.db), work, every, 'until the next look');
  }
}

/** @returns how many were made or changed. @throws where the shop refuses one. */
async function subscribe(send: Send, uri: string): Promise<number> {
  const { nodes } = (await send(listSubscriptions, { topics: subscribedTopics })).webhookSubscriptions;
  let changed = 0;
  for (const topic of subscribedTopics) {
    const ours = nodes.filter(node => node.topic === topic);
    if (ours.some(node => node.uri === uri)) continue;
    const [other] = ours;
    const { userErrors } =
      other === undefined
        ? (await send(createSubscription, { topic, uri })).webhookSubscriptionCreate
        : (await send(updateSubscription, { id: other.id, uri })).webhookSubscriptionUpdate;
    if (userErrors.length > 0)
      throw new Error(`${topic} to ${uri}: ${userErrors.map(({ message }) => message).join('; ')}`);
    changed += 1;
  }
  return changed;
}
