import { onPool } from '@cairn/service-kit/postgres/sql';
import { countedGauge } from '@cairn/service-kit/telemetry/counted-gauge';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countParked } from '../../out/postgres/parked-entries.js';

/** The metric of the ledger rows that wait for one before them, or for their series. */
@Injectable()
export class CountParked implements OnModuleInit {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    countedGauge(
      { name: 'cairn_parked', help: 'What waits for something before it', label: 'kind' },
      async () => ({ version_gap: await countParked(onPool(this.db)) }),
      this.logger,
    );
  }
}
