import type { EventOf } from '@cairn/contracts/envelope';
import type { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { applyMilestones } from '../../app/read-model/apply-milestones.js';
import { reportGaps } from './report-gaps.js';

@Controller()
export class MilestonesConsumer {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  @EventPattern<string>(topics.milestones.topic)
  async handle(
    @Payload() events: (EventOf<typeof progressChanged> | EventOf<typeof tierUnlocked>)[],
    @Ctx() { sql, topic }: ChunkContext,
  ): Promise<void> {
    reportGaps(this.logger, topic, await applyMilestones(sql, events));
  }
}
