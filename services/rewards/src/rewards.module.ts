import { Module } from '@nestjs/common';
import { ChangeShop } from './app/change-shop.js';
import { ClaimProduct } from './app/claim-reward.js';
import { ConnectShop } from './app/connect-shop.js';
import { ConnectStandin } from './app/connect-standin.js';
import { FillPool } from './app/fill-pool.js';
import { GrantWork } from './app/grant-work.js';
import { IssueCode } from './app/issue-code.js';
import { OrderClaimable } from './app/order-claimable.js';
import { OrderProduct } from './app/order-product.js';
import { PullOrders } from './app/pull-orders.js';
import { SealTokens } from './app/seal-tokens.js';
import { ShopOfGrant } from './app/shop-of-grant.js';
import { ShopVariants } from './app/shop-variants.js';
import { SubscribeWebhooks } from './app/subscribe-webhooks.js';
import { SweepDrafts } from './app/sweep-drafts.js';
import { AmbassadorsEvents } from './in/events/ambassadors.controller.js';
import { BrandsEvents } from './in/events/brands.controller.js';
import { MilestonesEvents } from './in/events/milestones.controller.js';
import { RecallEvents } from './in/events/recall.controller.js';
import { ShopNoticesEvents } from './in/events/shop-notices.controller.js';
import { CodePoolsController } from './in/http/code-pools.controller.js';
import { FulfilmentController } from './in/http/fulfilment.controller.js';
import { RewardsController } from './in/http/rewards.controller.js';
import { ShopsController } from './in/http/shops.controller.js';
import { CountFulfilment } from './in/jobs/count-fulfilment.js';
import { RewardsDueWork } from './in/jobs/due-work.js';
import { ShopifyAdmin } from './out/shopify/admin.js';
import { ShopifyOAuth } from './out/shopify/oauth.js';
import { ShopTokens } from './out/shopify/shop-tokens.js';

/** Split, so that tests can run the internal API without the consumers. */
export const rewardsHttp = [RewardsController, FulfilmentController, CodePoolsController, ShopsController];

export const rewardsProviders = [
  ShopifyOAuth,
  ShopTokens,
  ShopifyAdmin,
  ShopOfGrant,
  SealTokens,
  GrantWork,
  IssueCode,
  OrderProduct,
  OrderClaimable,
  FillPool,
  SweepDrafts,
  SubscribeWebhooks,
  PullOrders,
  ShopVariants,
  ClaimProduct,
  ConnectStandin,
  ConnectShop,
  ChangeShop,
  RewardsDueWork,
  CountFulfilment,
];

@Module({
  controllers: [
    MilestonesEvents,
    BrandsEvents,
    AmbassadorsEvents,
    RecallEvents,
    ShopNoticesEvents,
    ...rewardsHttp,
  ],
  providers: rewardsProviders,
})
export class RewardsModule {}
