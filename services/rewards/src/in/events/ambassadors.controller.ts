import type { EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { copyAmbassadors } from '../../out/postgres/catalog-copies.js';
import { wakeWaiting } from '../../out/postgres/waiting-grants.js';

@Controller()
export class AmbassadorsEvents {
  @EventPattern<string>(topics.catalogAmbassadors.topic)
  async handle(
    @Payload() events: EventOf<typeof ambassadorChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await copyAmbassadors(sql, events);
    await wakeWaiting(
      sql,
      'ambassador',
      [...new Set(events.map(event => event.brandid))],
      events.map(event => event.data.ambassadorId),
    );
  }
}
