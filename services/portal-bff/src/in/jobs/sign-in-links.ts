import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { type ClaimedWork, finishWork } from '@cairn/service-kit/due-work/due-work';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { signInRequest, signInWork } from '../../app/auth/request-sign-in.js';
import { type DeliverSignIn, sendSignInLink } from '../../app/auth/send-sign-in-link.js';
import type { PortalConfig } from '../../config.js';
import { ServiceClient } from '../../out/services/service-client.js';

/** Works off requests for a sign-in mail; notifications being away only makes them later. */
@Injectable()
export class SignInLinks implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: PortalConfig,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      kind: signInWork,
      concurrency: 4,
      leaseMs: 30_000,
      perform: work => this.perform(work),
    });
  }

  private async perform(work: ClaimedWork): Promise<void> {
    const request = signInRequest.parse(work.payload);
    const deps = {
      db: this.db,
      publicUrl: this.config.PUBLIC_URL,
      deliver: this.deliverFor(work.key),
    };
    const outcome = await sendSignInLink(deps, request, this.clock());
    this.logger.info({ brand: request.brandId, as: request.as, outcome }, 'sign-in link asked for');
    await finishWork(onPool(this.db), work);
  }

  /** One mail a `cause`: handed over a second time, the first one stays, and its link is as good. */
  private deliverFor(cause: string): DeliverSignIn {
    return async ({ as, brandId, id }, mail) => {
      const caller = { brandId, actor: { kind: as, id, ip: null } };
      await this.services.send('notifications', caller, {
        method: 'POST',
        path: ['messages', 'sign-in'],
        body: { cause, ...mail },
      });
    };
  }
}
