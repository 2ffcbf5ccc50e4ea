import { topics } from '@cairn/contracts/topics';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { versionGaps } from '@cairn/service-kit/telemetry/metrics';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { applyEntries } from '../../app/apply-entries.js';
import { APP_CONTEXT, type AppContext } from '../../app/context.js';
import type { EntryEvent } from '../../domain/entry.js';

const { topic } = topics.entries;

/** points.entries: the ledger moves progress. */
@Controller()
export class EntriesController {
  constructor(
    @Inject(APP_CONTEXT) private readonly app: AppContext,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @EventPattern<string>(topic)
  async handle(@Payload() events: EntryEvent[], @Ctx() { sql, partition }: ChunkContext): Promise<void> {
    const parked = await applyEntries(this.app, sql, events, this.clock(), partition);
    if (parked.length === 0) return;
    versionGaps.inc({ topic }, parked.length);
    for (const { event, because } of parked) {
      const { ambassadorId, seq, seriesId } = event.data;
      this.logger.error(
        { brandId: event.brandid, correlationId: event.correlationid, ambassadorId, seq, seriesId, because },
        'a ledger row was parked: what it follows has not come',
      );
    }
  }
}
