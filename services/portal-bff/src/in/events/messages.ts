import type { EventOf } from '@cairn/contracts/envelope';
import type { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { applyMessages } from '../../app/read-model/apply-messages.js';
import { reportGaps } from './report-gaps.js';

@Controller()
export class MessagesConsumer {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  @EventPattern<string>(topics.notifications.topic)
  async handle(
    @Payload() events: EventOf<typeof messageChanged>[],
    @Ctx() { sql, topic }: ChunkContext,
  ): Promise<void> {
    reportGaps(this.logger, topic, await applyMessages(sql, events));
  }
}
