import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ensureReceiptPartitions } from '../../app/receipt-partitions.js';

const dayMs = 86_400_000;

/** Looks at every start and once a day; a second replica finds them there. */
@Injectable()
export class ReceiptPartitions implements OnModuleInit, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.ensure();
    this.timer = setInterval(() => void this.ensure(), dayMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async ensure(): Promise<void> {
    try {
      await ensureReceiptPartitions(onPool(this.db), this.clock());
    } catch (error) {
      this.logger.error(
        { err: error },
        'receipt partitions could not be made; the default partition takes what comes',
      );
    }
  }
}
