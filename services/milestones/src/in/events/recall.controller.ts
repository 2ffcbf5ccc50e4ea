import type { EventOf } from '@cairn/contracts/envelope';
import type { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { recallProgress } from '../../app/recall-progress.js';

/** What a restored database has forgotten of the own stream, before anything else begins (ADR 26). */
@Controller()
export class RecallController {
  @EventPattern<string>(topics.milestones.topic)
  async handle(
    @Payload() events: EventOf<typeof progressChanged | typeof tierUnlocked>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await recallProgress(sql, events);
  }
}
