import type { EventOf } from '@cairn/contracts/envelope';
import type { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { topics } from '@cairn/contracts/topics';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { applyGrants } from '../../app/read-model/apply-grants.js';
import { reportGaps } from './report-gaps.js';

@Controller()
export class RewardsConsumer {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @EventPattern<string>(topics.rewards.topic)
  async handle(
    @Payload() events: EventOf<typeof grantChanged>[],
    @Ctx() { sql, topic }: ChunkContext,
  ): Promise<void> {
    reportGaps(this.logger, topic, await applyGrants(sql, events, this.clock()));
  }
}
