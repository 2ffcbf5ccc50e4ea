import { Module } from '@nestjs/common';
import { AcceptEvents } from './app/accept-events.js';
import { AcceptStream } from './app/accept-stream.js';
import { BrandRate } from './app/brand-rate.js';
import { ClickLog } from './app/click-log.js';
import { FollowLink } from './app/follow-link.js';
import { KeyHolders } from './app/key-holders.js';
import { Landings } from './app/landings.js';
import { ReportAttribution } from './app/report-attribution.js';
import { TakeShopOrders } from './app/take-shop-orders.js';
import { TakeWebhook } from './app/take-webhook.js';
import { CatalogEvents } from './in/events/catalog.controller.js';
import { ShopOrdersEvents } from './in/events/shop-orders.controller.js';
import { AttributionController } from './in/http/attribution.controller.js';
import { EventsController } from './in/http/events.controller.js';
import { OwnEventsController } from './in/http/own-events.controller.js';
import { ReferralLinkController } from './in/http/referral-link.controller.js';
import { ShopifyWebhookController } from './in/http/shopify-webhook.controller.js';
import { ClickRetention } from './in/jobs/click-retention.js';
import { ActivityProducer } from './out/kafka/activity-producer.js';

export const ingestionProviders = [
  AcceptEvents,
  AcceptStream,
  ActivityProducer,
  BrandRate,
  ClickLog,
  ClickRetention,
  FollowLink,
  KeyHolders,
  Landings,
  ReportAttribution,
  TakeShopOrders,
  TakeWebhook,
];

@Module({
  controllers: [
    CatalogEvents,
    ShopOrdersEvents,
    AttributionController,
    EventsController,
    OwnEventsController,
    ReferralLinkController,
    ShopifyWebhookController,
  ],
  providers: ingestionProviders,
})
export class IngestionModule {}
