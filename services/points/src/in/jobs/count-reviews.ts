import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { countedGauge } from '@cairn/service-kit/telemetry/counted-gauge';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { waitingSubmissions } from '../../out/postgres/submission-reads.js';

/** The metrics of the submissions that wait for the brands' reviewers (domain.md 2.2, 2.11), over all brands. */
@Injectable()
export class CountReviews implements OnModuleInit {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    countedGauge(
      {
        name: 'cairn_submissions_waiting',
        help: 'Submissions that wait for a reviewer',
        label: 'kind',
      },
      async () => {
        const { action, self_referral } = await this.waiting();
        return { action: action.count, self_referral: self_referral.count };
      },
      this.logger,
    );
    countedGauge(
      {
        name: 'cairn_submissions_waiting_seconds',
        help: 'For how long the submission that waits longest for a reviewer has waited; 0 where none does',
        label: 'kind',
      },
      async () => {
        const { action, self_referral } = await this.waiting();
        return { action: this.age(action.oldest), self_referral: this.age(self_referral.oldest) };
      },
      this.logger,
    );
  }

  private waiting() {
    return waitingSubmissions(onPool(this.db));
  }

  /** Seconds. */
  private age(since: string | null): number {
    return since === null ? 0 : Math.max(0, (this.clock().getTime() - Date.parse(since)) / 1_000);
  }
}
