import { onPool } from '@cairn/service-kit/postgres/sql';
import { countedGauge } from '@cairn/service-kit/telemetry/counted-gauge';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countWaiting } from '../../out/postgres/reward-rows.js';

/** The metric of the rewards that wait for somebody (domain.md 4.4), over all brands. */
@Injectable()
export class CountFulfilment implements OnModuleInit {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    countedGauge(
      { name: 'cairn_fulfilment_waiting', help: 'Rewards that wait for somebody', label: 'type' },
      () => countWaiting(onPool(this.db)),
      this.logger,
    );
  }
}
