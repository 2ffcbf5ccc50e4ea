import type { EventOf } from '@cairn/contracts/envelope';
import type { entryPosted } from '@cairn/contracts/events/points/entry-posted';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { applyEntries } from '../../app/read-model/apply-entries.js';
import { reportGaps } from './report-gaps.js';

@Controller()
export class EntriesConsumer {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  @EventPattern<string>(topics.entries.topic)
  async handle(
    @Payload() events: EventOf<typeof entryPosted>[],
    @Ctx() { sql, topic }: ChunkContext,
  ): Promise<void> {
    reportGaps(this.logger, topic, await applyEntries(sql, events));
  }
}
