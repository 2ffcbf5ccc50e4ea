import type { EventOf } from '@cairn/contracts/envelope';
import { adjustmentPosted } from '@cairn/contracts/events/points/adjustment-posted';
import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { applyAdjustments } from '../../app/read-model/apply-adjustments.js';
import { applyReceipts } from '../../app/read-model/apply-receipts.js';
import { reportGaps } from './report-gaps.js';

@Controller()
export class ReceiptsConsumer {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  @EventPattern<string>(topics.receipts.topic)
  async handle(
    @Payload() events: EventOf<typeof receiptChanged | typeof adjustmentPosted>[],
    @Ctx() { sql, topic }: ChunkContext,
  ): Promise<void> {
    const receipts = events.filter(event => event.type === receiptChanged.type);
    reportGaps(this.logger, topic, await applyReceipts(sql, receipts));
    await applyAdjustments(
      sql,
      events.filter(event => event.type === adjustmentPosted.type),
    );
  }
}
