import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { detachOldReceipts, ensureReceiptPartitions } from '../../app/receipt-partitions.js';
import type { PointsConfig } from '../../config.js';

const dayMs = 86_400_000;

/** One replica at a time detaches. */
const detachLock = 728_190_301;

/** Looks at every start and once a day: months to come are made, months gone by are detached. */
@Injectable()
export class ReceiptPartitions implements OnModuleInit, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private detaching: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: PointsConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.ensure();
    this.detaching = this.detach();
    this.timer = setInterval(() => void this.daily(), dayMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.detaching;
  }

  private async daily(): Promise<void> {
    await this.ensure();
    this.detaching = this.detach();
  }

  private async ensure(): Promise<void> {
    try {
      await ensureReceiptPartitions(onPool(this.db), this.clock());
    } catch (err) {
      this.logger.error({ err }, 'receipt partitions could not be made ahead; the first receipt will');
    }
  }

  /** On a session of its own: it is no transaction, and waits for those that others have open. */
  private async detach(): Promise<void> {
    const runner = this.db.createQueryRunner();
    const sql: Sql = { query: (text, params = []) => runner.query(text, [...params]) };
    try {
      const [lock] = await sql.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
        detachLock,
      ]);
      if (!lock?.mine) return;
      try {
        await sql.query(`SET statement_timeout = '60s'`);
        const tables = await detachOldReceipts(sql, this.clock(), this.config.RECEIPTS_KEPT_MONTHS);
        for (const table of tables)
          this.logger.info({ table }, 'a month of receipts was detached: archive or drop it');
      } finally {
        await sql.query('RESET statement_timeout');
        await sql.query('SELECT pg_advisory_unlock($1)', [detachLock]);
      }
    } catch (err) {
      this.logger.error({ err }, 'old receipts could not be detached; it is tried again tomorrow');
    } finally {
      await runner.release();
    }
  }
}
