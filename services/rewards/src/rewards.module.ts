import { Module } from '@nestjs/common';
import { ConnectStandin } from './app/connect-standin.js';
import { IssueCode } from './app/issue-code.js';
import { AmbassadorsEvents } from './in/events/ambassadors.controller.js';
import { BrandsEvents } from './in/events/brands.controller.js';
import { MilestonesEvents } from './in/events/milestones.controller.js';
import { RewardsController } from './in/http/rewards.controller.js';
import { ShopsController } from './in/http/shops.controller.js';
import { RewardsDueWork } from './in/jobs/due-work.js';
import { ShopifyAdmin } from './out/shopify/admin.js';

@Module({
  controllers: [MilestonesEvents, BrandsEvents, AmbassadorsEvents, RewardsController, ShopsController],
  providers: [ShopifyAdmin, IssueCode, ConnectStandin, RewardsDueWork],
})
export class RewardsModule {}
