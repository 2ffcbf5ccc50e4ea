import type { EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { topics } from '@cairn/contracts/topics';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { orderClaimable } from '../../app/order-claimable.js';
import { copyAmbassadors } from '../../out/postgres/catalog-copies.js';
import { wakeWaiting } from '../../out/postgres/waiting-grants.js';

@Controller()
export class AmbassadorsEvents {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @EventPattern<string>(topics.catalogAmbassadors.topic)
  async handle(
    @Payload() events: EventOf<typeof ambassadorChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    const ambassadorIds = events.map(event => event.data.ambassadorId);
    await copyAmbassadors(sql, events);
    await wakeWaiting(sql, 'ambassador', [...new Set(events.map(event => event.brandid))], ambassadorIds);
    await orderClaimable(sql, ambassadorIds, this.clock());
  }
}
