import { Module } from '@nestjs/common';
import { AcceptEvents } from './app/accept-events.js';
import { CatalogEvents } from './in/events/catalog.controller.js';
import { EventsController } from './in/http/events.controller.js';
import { ReferralLinkController } from './in/http/referral-link.controller.js';
import { ActivityProducer } from './out/kafka/activity-producer.js';

@Module({
  controllers: [CatalogEvents, EventsController, ReferralLinkController],
  providers: [AcceptEvents, ActivityProducer],
})
export class IngestionModule {}
