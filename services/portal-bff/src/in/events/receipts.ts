import type { EventOf } from '@cairn/contracts/envelope';
import type { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { applyReceipts } from '../../app/read-model/apply-receipts.js';
import { reportGaps } from './report-gaps.js';

@Controller()
export class ReceiptsConsumer {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  @EventPattern<string>(topics.receipts.topic)
  async handle(
    @Payload() events: EventOf<typeof receiptChanged>[],
    @Ctx() { sql, topic }: ChunkContext,
  ): Promise<void> {
    reportGaps(this.logger, topic, await applyReceipts(sql, events));
  }
}
