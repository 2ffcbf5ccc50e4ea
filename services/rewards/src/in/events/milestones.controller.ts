import type { EventOf } from '@cairn/contracts/envelope';
import { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { topics } from '@cairn/contracts/topics';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { holdDeficits } from '../../app/hold-deficits.js';
import { recordUnlocks } from '../../app/record-unlocks.js';

type MilestonesEvent = EventOf<typeof tierUnlocked> | EventOf<typeof progressChanged>;

@Controller()
export class MilestonesEvents {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @EventPattern<string>(topics.milestones.topic)
  async handle(@Payload() events: MilestonesEvent[], @Ctx() { sql }: ChunkContext): Promise<void> {
    const unlocks = events.filter(event => event.type === tierUnlocked.type);
    const now = this.clock();
    await recordUnlocks(sql, unlocks, now);
    await holdDeficits(
      sql,
      events.filter(event => event.type === progressChanged.type),
      now,
    );
  }
}
