import { CONFIG } from '@cairn/service-kit/config/base-config';
import { type ClaimedWork, finishWork } from '@cairn/service-kit/due-work/due-work';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { codesAlertWork } from '../../app/codes-alerts/alert-of-empty-pools.js';
import { sendCodesAlert } from '../../app/codes-alerts/send-codes-alert.js';
import type { PortalConfig } from '../../config.js';
import { ServiceClient } from '../../out/services/service-client.js';

/** Tells admins of code pools that are empty; rewards or notifications being away only makes it later. */
@Injectable()
export class CodesAlerts implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: PortalConfig,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      kind: codesAlertWork,
      concurrency: 2,
      leaseMs: 120_000,
      perform: work => this.perform(work),
    });
  }

  private async perform(work: ClaimedWork): Promise<void> {
    const deps = { db: this.db, services: this.services, publicUrl: this.config.PUBLIC_URL };
    const outcome = await sendCodesAlert(deps, work);
    this.logger.info({ brand: work.brandId, alert: work.key, outcome }, 'a code pool is empty');
    await finishWork(onPool(this.db), work);
  }
}
