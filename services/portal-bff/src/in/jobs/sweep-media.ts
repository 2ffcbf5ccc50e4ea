import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import { type ClaimedWork, finishWork, postponeWork } from '@cairn/service-kit/due-work/due-work';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import type { Caller } from '@cairn/service-kit/http/caller';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { forgottenMedia } from '../../app/media/forget-media.js';
import { sweepAfter, sweepMediaWork } from '../../app/media/sweep.js';
import { MEDIA_STORE, type MediaStore } from '../../out/media/media-store.js';
import { keepMedia, usesOfUnkept } from '../../out/postgres/media.js';
import { ServiceClient } from '../../out/services/service-client.js';

const payload = z.object({ ambassadorId: z.uuid() });

/** Takes files away that nothing came of: a day after they came, 15 days where an event may name them after all. */
@Injectable()
export class SweepMedia implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(MEDIA_STORE) private readonly store: MediaStore | null,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      kind: sweepMediaWork,
      concurrency: 1,
      leaseMs: 120_000,
      perform: work => this.perform(work),
    });
  }

  private async perform(work: ClaimedWork): Promise<void> {
    const sql = onPool(this.db);
    const { key: id, brandId } = work;
    const { ambassadorId } = payload.parse(work.payload);
    const uses = await usesOfUnkept(sql, id);
    if (uses !== undefined && this.store === null) {
      await postponeWork(sql, work, sweepAfter.unused, 'the store is switched off');
      return;
    }
    if (uses !== undefined && (await this.anyKnown(brandId, ambassadorId, uses))) {
      await keepMedia(sql, id, this.clock().toISOString());
    } else if (uses !== undefined) {
      const gone = await forgottenMedia(this.db, this.store!, { id, brandId, ambassadorId }, uses);
      if (gone) this.logger.info({ brand: brandId, media: id }, 'a file that nothing came of was swept');
    }
    await finishWork(sql, work);
  }

  /** Whether points knows one of the events. @throws while it does not answer. */
  private async anyKnown(
    brandId: string,
    ambassadorId: string,
    eventIds: readonly string[],
  ): Promise<boolean> {
    const caller: Caller = { brandId, actor: { kind: 'ambassador', id: ambassadorId, ip: null } };
    for (const eventId of eventIds) {
      try {
        await this.services.read('points', caller, ['receipts', eventId]);
        return true;
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'not_found') throw error;
      }
    }
    return false;
  }
}
