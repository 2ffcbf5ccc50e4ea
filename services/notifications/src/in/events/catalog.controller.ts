import type { EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import type { apiKeyChanged } from '@cairn/contracts/events/catalog/api-key-changed';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { copyAmbassadors, copyBrands } from '../../out/postgres/catalog-copies.js';

/** Keeps notifications' copies of what mails need to know. */
@Controller()
export class CatalogEvents {
  @EventPattern<string>(topics.catalogBrands.topic)
  async brands(
    @Payload() events: EventOf<typeof brandChanged | typeof apiKeyChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await copyBrands(
      sql,
      events.filter(event => event.type === brandChanged.type),
    );
  }

  @EventPattern<string>(topics.catalogAmbassadors.topic)
  async ambassadors(
    @Payload() events: EventOf<typeof ambassadorChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await copyAmbassadors(sql, events);
  }
}
