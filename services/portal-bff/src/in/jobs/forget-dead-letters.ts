import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type ClaimedWork, finishWork } from '@cairn/service-kit/due-work/due-work';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { forgetLettersWork, lettersKept } from '../../app/dead-letters/keep-letters.js';
import { deleteDeadLettersBefore } from '../../out/postgres/dead-letters.js';

/** Deletes dead letters after 30 days, as Kafka does. */
@Injectable()
export class ForgetDeadLetters implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      kind: forgetLettersWork,
      concurrency: 1,
      leaseMs: 60_000,
      perform: work => this.perform(work),
    });
  }

  private async perform(work: ClaimedWork): Promise<void> {
    const before = new Date(this.clock().getTime() - lettersKept).toISOString();
    const forgotten = await inTransaction(this.db, async sql =>
      (await finishWork(sql, work)) ? await deleteDeadLettersBefore(sql, before) : 0,
    );
    this.logger.info({ forgotten }, 'dead letters forgotten');
  }
}
