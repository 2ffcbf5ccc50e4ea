import type { EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { apiKeyChanged } from '@cairn/contracts/events/catalog/api-key-changed';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { applyAmbassadors, applyApiKeys, applyBrands } from '../../app/apply-catalog.js';

/** Keeps ingestion's copies of what it must know to accept an event. */
@Controller()
export class CatalogEvents {
  @EventPattern<string>(topics.catalogBrands.topic)
  async brands(
    @Payload() events: EventOf<typeof brandChanged | typeof apiKeyChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await applyBrands(
      sql,
      events.filter(event => event.type === brandChanged.type),
    );
    await applyApiKeys(
      sql,
      events.filter(event => event.type === apiKeyChanged.type),
    );
  }

  @EventPattern<string>(topics.catalogAmbassadors.topic)
  async ambassadors(
    @Payload() events: EventOf<typeof ambassadorChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await applyAmbassadors(sql, events);
  }
}
