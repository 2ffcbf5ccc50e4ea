import { Module } from '@nestjs/common';
import { SendMessage } from './app/send-message.js';
import { CatalogEvents } from './in/events/catalog.controller.js';
import { MilestonesEvents } from './in/events/milestones.controller.js';
import { RecallEvents } from './in/events/recall.controller.js';
import { RewardsEvents } from './in/events/rewards.controller.js';
import { MessagesController } from './in/http/messages.controller.js';
import { TemplatesController } from './in/http/templates.controller.js';
import { NotificationsDueWork } from './in/jobs/due-work.js';
import { RewardsStream } from './out/kafka/rewards-stream.js';
import { Mailer } from './out/smtp/mailer.js';

/** Split, so that tests can run the internal API without the consumers. */
export const notificationsHttp = [MessagesController, TemplatesController];

export const notificationsProviders = [Mailer, RewardsStream, SendMessage, NotificationsDueWork];

@Module({
  controllers: [MilestonesEvents, RewardsEvents, CatalogEvents, RecallEvents, ...notificationsHttp],
  providers: notificationsProviders,
})
export class NotificationsModule {}
