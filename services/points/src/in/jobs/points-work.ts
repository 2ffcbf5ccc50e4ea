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
import { recordSales, recordSalesWork } from '../../app/record-sales.js';
import { releaseHolds } from '../../app/release-holds.js';
import { replayRecalled, replayRecalledWork, replayStep, replayWork } from '../../app/replay-steps.js';
import { expireParkedWork, expireRefundWork, releaseWork } from '../../app/save-judgement.js';

/** Milliseconds; a judgement is one transaction of bounded statements. */
const leaseMs = 60_000;

const releasePayload = z.object({ ambassadorId: z.uuid() });
const parkedPayload = z.object({ ref: z.string() });
const refundPayload = z.object({ orderId: z.string(), eventId: z.string() });
const recordSalesPayload = z.object({
  pass: z.string(),
  step: z.int(),
  after: z.object({ ambassadorId: z.uuid(), acceptedAt: z.string(), eventId: z.string() }).nullable(),
});
const expirePayload = z.object({ event: z.custom<ActivityEvent>(value => typeof value === 'object') });

/** The work goes on after so many milliseconds. */
interface Pause {
  ms: number;
  why: string;
}

/** Rolls back: another claimer has the work, or it was taken off or scheduled anew meanwhile. */
class WorkTaken extends Error {}

/** What points does when its time has come: releases, parked events, waits that end. */
@Injectable()
export class PointsWork implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: Pick<DueWorkRunner, 'register'>,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.on(releaseWork, async (sql, work) => {
      const { ambassadorId } = releasePayload.parse(work.payload);
      const released = await releaseHolds(sql, work.brandId, ambassadorId, work.key, this.clock());
      // The database's clock, by which work is claimed, may be ahead of ours.
      return released ? null : { ms: 1_000, why: 'not due yet by the clock of this service' };
    });
    this.on(expireParkedWork, async (sql, work) => {
      await expireParked(sql, expirePayload.parse(work.payload).event, this.clock());
      return null;
    });
    this.on(expireRefundWork, async (sql, work) => {
      const waiting = { brandId: work.brandId, ...refundPayload.parse(work.payload) };
      await expireRefund(sql, waiting, this.clock());
      return null;
    });
    this.on(judgeParkedWork, async (sql, work) => {
      const more = await judgeParked(sql, work.brandId, parkedPayload.parse(work.payload).ref, this.clock());
      return more ? { ms: 0, why: 'more is parked' } : null;
    });
    this.on(replayWork, async (sql, work) => {
      const more = await replayStep(sql, work.key, this.clock());
      return more ? { ms: 0, why: 'more is to be replayed' } : null;
    });
    this.on(replayRecalledWork, async sql => {
      const more = await replayRecalled(sql, this.clock());
      return more ? { ms: 0, why: 'more is to be replayed' } : null;
    });
    this.on(recordSalesWork, async (sql, work) => {
      await recordSales(sql, recordSalesPayload.parse(work.payload), this.clock());
      return null;
    });
  }

  /** Effect and end of the work in one transaction; nothing is written for work that somebody else has by now. */
  private on(kind: string, perform: (sql: Sql, work: ClaimedWork) => Promise<Pause | null>): void {
    this.runner.register({
      kind,
      concurrency: 2,
      leaseMs,
      perform: async work => {
        try {
          await inTransaction(this.db, async sql => {
            const pause = await perform(sql, work);
            const isOurs =
              pause === null
                ? await finishWork(sql, work)
                : await postponeWork(sql, work, pause.ms, pause.why);
            if (!isOurs) throw new WorkTaken();
          });
        } catch (error) {
          if (!(error instanceof WorkTaken)) throw error;
        }
      },
    });
  }
}
