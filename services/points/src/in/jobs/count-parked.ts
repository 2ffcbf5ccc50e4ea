import { countWork } from '@cairn/service-kit/due-work/due-work';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { countedGauge } from '@cairn/service-kit/telemetry/counted-gauge';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { expireParkedWork, expireRefundWork } from '../../app/save-judgement.js';

/** The metric of what waits: events for their ambassador, refunds for their sale. Each has an end that it waits for. */
@Injectable()
export class CountParked implements OnModuleInit {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    countedGauge(
      { name: 'cairn_parked', help: 'What waits for something before it', label: 'kind' },
      async () => {
        const waiting = await countWork(onPool(this.db), [expireParkedWork, expireRefundWork]);
        return {
          unknown_ambassador: waiting[expireParkedWork],
          refund_before_sale: waiting[expireRefundWork],
        };
      },
      this.logger,
    );
  }
}
