import type { EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import type { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import type { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  applyAmbassadors,
  applyEarning,
  applyPrograms,
  type EarningEvent,
} from '../../app/read-model/apply-catalog.js';

@Controller()
export class CatalogConsumer {
  @EventPattern<string>(topics.catalogAmbassadors.topic)
  async ambassadors(
    @Payload() events: EventOf<typeof ambassadorChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await applyAmbassadors(sql, events);
  }

  @EventPattern<string>(topics.catalogPrograms.topic)
  async programs(
    @Payload() events: (EventOf<typeof programChanged> | EventOf<typeof seriesChanged>)[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await applyPrograms(sql, events);
  }

  @EventPattern<string>(topics.catalogEarning.topic)
  async earning(@Payload() events: EarningEvent[], @Ctx() { sql }: ChunkContext): Promise<void> {
    await applyEarning(sql, events);
  }
}
