import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type ClaimedWork, finishWork, postponeWork } from '@cairn/service-kit/due-work/due-work';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { inTransaction, type Sql } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { ActivityEvent } from '../../app/activity.js';
import { judgeParkedWork } from '../../app/apply-catalog.js';
import { expireRefund } from '../../app/expire-refund.js';
import { expireParked, judgeParked } from '../../app/judge-parked.js';
import { releaseHolds } from '../../app/release-holds.js';
import { expireParkedWork, expireRefundWork, releaseWork } from '../../app/save-judgement.js';

/** Milliseconds; a judgement is one transaction of bounded statements. */
const leaseMs = 60_000;

const releasePayload = z.object({ ambassadorId: z.uuid() });
const parkedPayload = z.object({ ref: z.string() });
const refundPayload = z.object({ orderId: z.string(), eventId: z.string() });
const expirePayload = z.object({ event: z.custom<ActivityEvent>(value => typeof value === 'object') });

/** What points does when its time has come: releases, parked events, waits that end. */
@Injectable()
export class PointsWork implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.on(releaseWork, async (sql, work) => {
      const { ambassadorId } = releasePayload.parse(work.payload);
      const released = await releaseHolds(sql, work.brandId, ambassadorId, work.key, this.clock());
      // The database's clock, by which work is claimed, may be ahead of ours.
      if (!released) await postponeWork(sql, work, 1_000, 'not due yet by the clock of this service');
      return !released;
    });
    this.on(expireParkedWork, (sql, work) =>
      expireParked(sql, expirePayload.parse(work.payload).event, this.clock()),
    );
    this.on(expireRefundWork, (sql, work) =>
      expireRefund(sql, { brandId: work.brandId, ...refundPayload.parse(work.payload) }, this.clock()),
    );
    this.on(judgeParkedWork, async (sql, work) => {
      const more = await judgeParked(sql, work.brandId, parkedPayload.parse(work.payload).ref, this.clock());
      if (more) await postponeWork(sql, work, 0, 'more is parked');
      return more;
    });
  }

  /** Effect and end of the work in one transaction; `perform` returns true where the work goes on. */
  private on(kind: string, perform: (sql: Sql, work: ClaimedWork) => Promise<unknown>): void {
    this.runner.register({
      kind,
      concurrency: 2,
      leaseMs,
      perform: async work => {
        await inTransaction(this.db, async sql => {
          if ((await perform(sql, work)) !== true) await finishWork(sql, work);
        });
      },
    });
  }
}
