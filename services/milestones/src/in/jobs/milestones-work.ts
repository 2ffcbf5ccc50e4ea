import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type ClaimedWork, finishWork, postponeWork } from '@cairn/service-kit/due-work/due-work';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { inTransaction, type Sql } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { APP_CONTEXT, type AppContext } from '../../app/context.js';
import { endPaused } from '../../app/end-paused.js';
import { retryParked } from '../../app/retry-parked.js';
import {
  endPausedWork,
  retryParkedWork,
  seriesPayload,
  unlockCollectedWork,
  unlockRetroactivelyWork,
} from '../../app/series-work.js';
import { unlockCollected } from '../../app/unlock-collected.js';
import { unlockRetroactively } from '../../app/unlock-retroactively.js';

/** Milliseconds; each piece of work is one transaction of bounded statements. */
const leaseMs = 60_000;

/** Milliseconds between two looks for parked rows that can be applied by now. */
const retryEvery = 60_000;

/** Milliseconds; a resume wakes what waits for it by itself. */
const lookAgainEvery = 600_000;

/** The work goes on after so many milliseconds. */
interface Later {
  ms: number;
  why: string;
}

/** Rolls back: another claimer has the work, or it was taken off meanwhile. */
class WorkTaken extends Error {}

/** What milestones does when its time has come: resumes, retroactive publishes, ends of paused series, parked rows. */
@Injectable()
export class MilestonesWork implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: Pick<DueWorkRunner, 'register'>,
    @Inject(APP_CONTEXT) private readonly app: AppContext,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.on(unlockCollectedWork, async (sql, { brandId, payload }) => {
      const { seriesId } = seriesPayload.parse(payload);
      const more = await unlockCollected(this.app, sql, brandId, seriesId, this.clock());
      return more ? { ms: 0, why: 'more is to be unlocked' } : null;
    });
    this.on(unlockRetroactivelyWork, async (sql, { brandId, payload }) => {
      const { seriesId } = seriesPayload.parse(payload);
      const step = await unlockRetroactively(this.app, sql, brandId, seriesId, this.clock());
      if (step === 'waits') return { ms: lookAgainEvery, why: 'the series is paused' };
      return step === 'more' ? { ms: 0, why: 'more is to be unlocked' } : null;
    });
    this.on(endPausedWork, async (sql, { brandId, payload }) => {
      const ended = await endPaused(sql, brandId, seriesPayload.parse(payload).seriesId, this.clock());
      // The database's clock, by which work is claimed, may be ahead of ours.
      return ended ? null : { ms: 1_000, why: 'not due yet by the clock of this service' };
    });
    this.on(retryParkedWork, async sql => {
      const { more, waiting } = await retryParked(this.app, sql, this.clock());
      return { ms: more ? 0 : retryEvery, why: `${waiting} wait` };
    });
  }

  /** Effect and end of the work in one transaction; nothing is written for work that somebody else has by now. */
  private on(kind: string, perform: (sql: Sql, work: ClaimedWork) => Promise<Later | null>): void {
    this.runner.register({
      kind,
      concurrency: 1,
      leaseMs,
      perform: async work => {
        try {
          await inTransaction(this.app.db, async sql => {
            const later = await perform(sql, work);
            const isOurs =
              later === null
                ? await finishWork(sql, work)
                : await postponeWork(sql, work, later.ms, later.why);
            if (!isOurs) throw new WorkTaken();
          });
        } catch (error) {
          if (!(error instanceof WorkTaken)) throw error;
        }
      },
    });
  }
}
