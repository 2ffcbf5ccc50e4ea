import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deleteOldClicks } from '../../app/delete-old-clicks.js';
import { deleteOldWebhooks } from '../../app/delete-old-webhooks.js';

const hourMs = 3_600_000;

/** Looks at every start and once an hour for clicks and webhooks' ids that are of no more use. */
@Injectable()
export class ClickRetention implements OnModuleInit, OnApplicationShutdown {
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.look();
    this.timer = setInterval(() => this.look(), hourMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stop.abort();
    await this.running;
  }

  private look(): void {
    const look = async () => {
      try {
        await deleteOldClicks(onPool(this.db), this.clock(), this.stop.signal);
        await deleteOldWebhooks(onPool(this.db), this.clock(), this.stop.signal);
      } catch (err) {
        this.logger.error(
          { err },
          'old clicks and webhooks could not be deleted; it is tried again in an hour',
        );
      }
    };
    this.running = this.running.then(look);
  }
}
