import { topics } from '@cairn/contracts/topics';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { ActivityEvent } from '../../app/activity.js';
import { judgeActivity } from '../../app/judge-activity.js';

@Controller()
export class ActivityEvents {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @EventPattern<string>(topics.activity.topic)
  async handle(@Payload() events: ActivityEvent[], @Ctx() { sql }: ChunkContext): Promise<void> {
    await judgeActivity(sql, events, this.clock());
  }
}
