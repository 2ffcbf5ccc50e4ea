import type { EventOf } from '@cairn/contracts/envelope';
import type { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { topics } from '@cairn/contracts/topics';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { recallGrants } from '../../app/recall-grants.js';

@Controller()
export class RecallEvents {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @EventPattern<string>(topics.rewards.topic)
  async handle(
    @Payload() events: EventOf<typeof grantChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await recallGrants(sql, events, this.clock());
  }
}
