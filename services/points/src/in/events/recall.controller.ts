import type { EventOf } from '@cairn/contracts/envelope';
import { adjustmentPosted } from '@cairn/contracts/events/points/adjustment-posted';
import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { topics } from '@cairn/contracts/topics';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { versionGaps } from '@cairn/service-kit/telemetry/metrics';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { type EntryEvent, recallEntries } from '../../app/recall-entries.js';
import { recallReceipts } from '../../out/postgres/recalled-receipts.js';
import { recallReasons } from '../../out/postgres/recalled-rows.js';

/** What a restored database has forgotten of the own streams, before anything else begins (ADR 26). */
@Controller()
export class RecallEvents {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @EventPattern<string>(topics.entries.topic)
  async entries(@Payload() events: EntryEvent[], @Ctx() { sql, topic }: ChunkContext): Promise<void> {
    const left = await recallEntries(sql, events, this.clock());
    if (left.length > 0) versionGaps.inc({ topic }, left.length);
    for (const { brandid, data } of left) {
      const { ambassadorId, seq } = data;
      this.logger.error(
        { brandId: brandid, ambassadorId, seq },
        'a ledger row cannot be read back: one before it is missing',
      );
    }
  }

  @EventPattern<string>(topics.receipts.topic)
  async receipts(
    @Payload() events: EventOf<typeof receiptChanged | typeof adjustmentPosted>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await recallReceipts(
      sql,
      events.filter(event => event.type === receiptChanged.type),
    );
    await recallReasons(
      sql,
      events.filter(event => event.type === adjustmentPosted.type),
    );
  }
}
