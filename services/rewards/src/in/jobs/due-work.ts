import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ConnectStandin } from '../../app/connect-standin.js';
import { FillPool } from '../../app/fill-pool.js';
import { grantsAtOnce } from '../../app/grant-work.js';
import { IssueCode } from '../../app/issue-code.js';
import { OrderClaimable } from '../../app/order-claimable.js';
import { OrderProduct } from '../../app/order-product.js';
import { PullOrders } from '../../app/pull-orders.js';
import { SubscribeWebhooks } from '../../app/subscribe-webhooks.js';
import { SweepDrafts } from '../../app/sweep-drafts.js';
import {
  connectStandin,
  fillPool,
  issueCode,
  orderClaimable,
  orderProduct,
  pullOrders,
  subscribeWebhooks,
  sweepDrafts,
} from '../../domain/work.js';

/** What this service does later, and how much of it at once in one replica. */
@Injectable()
export class RewardsDueWork implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(IssueCode) private readonly issue: IssueCode,
    @Inject(OrderProduct) private readonly order: OrderProduct,
    @Inject(FillPool) private readonly fill: FillPool,
    @Inject(SweepDrafts) private readonly sweep: SweepDrafts,
    @Inject(OrderClaimable) private readonly claimable: OrderClaimable,
    @Inject(SubscribeWebhooks) private readonly subscribe: SubscribeWebhooks,
    @Inject(PullOrders) private readonly pull: PullOrders,
    @Inject(ConnectStandin) private readonly connect: ConnectStandin,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      kind: issueCode,
      concurrency: grantsAtOnce,
      // Four calls of ten seconds each, at the most, and a short wait before.
      leaseMs: 90_000,
      perform: work => this.issue.perform(work),
    });
    this.runner.register({
      kind: orderProduct,
      concurrency: grantsAtOnce,
      // As many calls from one step that it stores to the next.
      leaseMs: 90_000,
      perform: work => this.order.perform(work),
    });
    this.runner.register({
      kind: fillPool,
      concurrency: 4,
      leaseMs: 60_000,
      perform: work => this.fill.perform(work),
    });
    this.runner.register({
      kind: orderClaimable,
      concurrency: 4,
      leaseMs: 60_000,
      perform: work => this.claimable.perform(work),
    });
    this.runner.register({
      kind: sweepDrafts,
      concurrency: 1,
      // A thousand drafts to look at, and some to delete.
      leaseMs: 1_800_000,
      perform: work => this.sweep.perform(work),
    });
    this.runner.register({
      kind: subscribeWebhooks,
      concurrency: 2,
      // One list and four changes of ten seconds each.
      leaseMs: 90_000,
      perform: work => this.subscribe.perform(work),
    });
    this.runner.register({
      kind: pullOrders,
      concurrency: 2,
      // One page: a list and its orders.
      leaseMs: 300_000,
      perform: work => this.pull.perform(work),
    });
    this.runner.register({
      kind: connectStandin,
      concurrency: 4,
      leaseMs: 30_000,
      perform: work => this.connect.perform(work),
    });
  }
}
