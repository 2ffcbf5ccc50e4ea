import type { EventOf } from '@cairn/contracts/envelope';
import type { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import { topics } from '@cairn/contracts/topics';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { recallMessages } from '../../app/recall-messages.js';

@Controller()
export class RecallEvents {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @EventPattern<string>(topics.notifications.topic)
  async handle(
    @Payload() events: EventOf<typeof messageChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await recallMessages(sql, events, this.clock());
  }
}
