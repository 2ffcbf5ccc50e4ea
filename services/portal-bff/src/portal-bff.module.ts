import { CONFIG } from '@cairn/service-kit/config/base-config';
import { Module } from '@nestjs/common';
import { MediaDesk } from './app/media/media-desk.js';
import { Settle } from './app/settle.js';
import { SendActivity } from './app/submissions/send-activity.js';
import type { PortalConfig } from './config.js';
import { AuditConsumer } from './in/events/audit.js';
import { CatalogConsumer } from './in/events/catalog.js';
import { DeadLettersConsumer } from './in/events/dead-letters.js';
import { EntriesConsumer } from './in/events/entries.js';
import { MessagesConsumer } from './in/events/messages.js';
import { MilestonesConsumer } from './in/events/milestones.js';
import { ReceiptsConsumer } from './in/events/receipts.js';
import { RewardsConsumer } from './in/events/rewards.js';
import { adminControllers } from './in/http/admin/admin-controllers.js';
import { Answer } from './in/http/admin/answer.js';
import { ShopCallbackController } from './in/http/admin/shop-callback.controller.js';
import { AuthController } from './in/http/portal/auth.controller.js';
import { ClaimsController } from './in/http/portal/claims.controller.js';
import { EarnController } from './in/http/portal/earn.controller.js';
import { OwnMediaController } from './in/http/portal/own-media.controller.js';
import { OwnSubmissionsController } from './in/http/portal/own-submissions.controller.js';
import { PortalController } from './in/http/portal/portal.controller.js';
import { HomeListener } from './in/http/stream/home-listener.js';
import { StreamController } from './in/http/stream/stream.controller.js';
import { StreamHub } from './in/http/stream/stream-hub.js';
import { CodesAlerts } from './in/jobs/codes-alerts.js';
import { CountDeadLetters } from './in/jobs/count-dead-letters.js';
import { ForgetDeadLetters } from './in/jobs/forget-dead-letters.js';
import { SignInLinks } from './in/jobs/sign-in-links.js';
import { SweepMedia } from './in/jobs/sweep-media.js';
import { MEDIA_STORE } from './out/media/media-store.js';
import { openStore } from './out/media/open-store.js';
import { ServiceClient } from './out/services/service-client.js';

@Module({
  controllers: [
    ...adminControllers,
    ShopCallbackController,
    AuthController,
    PortalController,
    ClaimsController,
    EarnController,
    OwnSubmissionsController,
    OwnMediaController,
    StreamController,
    EntriesConsumer,
    ReceiptsConsumer,
    MilestonesConsumer,
    RewardsConsumer,
    MessagesConsumer,
    AuditConsumer,
    CatalogConsumer,
    DeadLettersConsumer,
  ],
  providers: [
    ServiceClient,
    Settle,
    SendActivity,
    {
      provide: MEDIA_STORE,
      useFactory: ({ MEDIA_URL }: PortalConfig) => openStore(MEDIA_URL),
      inject: [CONFIG],
    },
    MediaDesk,
    SweepMedia,
    Answer,
    StreamHub,
    HomeListener,
    SignInLinks,
    CodesAlerts,
    ForgetDeadLetters,
    CountDeadLetters,
  ],
})
export class PortalBffModule {}
