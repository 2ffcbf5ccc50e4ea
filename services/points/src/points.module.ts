import { Module } from '@nestjs/common';
import { ActivityEvents } from './in/events/activity.controller.js';
import { CatalogEvents } from './in/events/catalog.controller.js';
import { RecallEvents } from './in/events/recall.controller.js';
import { ActionsController } from './in/http/actions.controller.js';
import { AdjustmentsController } from './in/http/adjustments.controller.js';
import { AmbassadorReceiptsController } from './in/http/ambassador-receipts.controller.js';
import { CampaignsController } from './in/http/campaigns.controller.js';
import { LedgerController } from './in/http/ledger.controller.js';
import { ReceiptsController } from './in/http/receipts.controller.js';
import { ReferralRuleController } from './in/http/referral-rule.controller.js';
import { ReplaysController } from './in/http/replays.controller.js';
import { SimulationsController } from './in/http/simulations.controller.js';
import { SubmissionsController } from './in/http/submissions.controller.js';
import { TrustController } from './in/http/trust.controller.js';
import { CountParked } from './in/jobs/count-parked.js';
import { CountReviews } from './in/jobs/count-reviews.js';
import { PointsWork } from './in/jobs/points-work.js';
import { ReceiptPartitions } from './in/jobs/receipt-partitions.js';

@Module({
  controllers: [
    ActivityEvents,
    CatalogEvents,
    RecallEvents,
    ActionsController,
    CampaignsController,
    AmbassadorReceiptsController,
    LedgerController,
    ReceiptsController,
    ReferralRuleController,
    SimulationsController,
    SubmissionsController,
    TrustController,
    AdjustmentsController,
    ReplaysController,
  ],
  providers: [PointsWork, CountParked, CountReviews, ReceiptPartitions],
})
export class PointsModule {}
