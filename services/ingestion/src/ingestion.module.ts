import { Module } from '@nestjs/common';
import { AcceptEvents } from './app/accept-events.js';
import { AcceptStream } from './app/accept-stream.js';
import { BrandRate } from './app/brand-rate.js';
import { KeyHolders } from './app/key-holders.js';
import { CatalogEvents } from './in/events/catalog.controller.js';
import { EventsController } from './in/http/events.controller.js';
import { OwnEventsController } from './in/http/own-events.controller.js';
import { ReferralLinkController } from './in/http/referral-link.controller.js';
import { ActivityProducer } from './out/kafka/activity-producer.js';

export const ingestionProviders = [AcceptEvents, AcceptStream, ActivityProducer, BrandRate, KeyHolders];

@Module({
  controllers: [CatalogEvents, EventsController, OwnEventsController, ReferralLinkController],
  providers: ingestionProviders,
})
export class IngestionModule {}
