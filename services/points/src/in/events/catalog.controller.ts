import type { EventOf } from '@cairn/contracts/envelope';
import { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import type { apiKeyChanged } from '@cairn/contracts/events/catalog/api-key-changed';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import { topics } from '@cairn/contracts/topics';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { applyAmbassadors, applyBrands, applyPrograms, applySeries } from '../../app/apply-catalog.js';
import type { PointsConfig } from '../../config.js';

/** Keeps points' copies of other services' configuration. */
@Controller()
export class CatalogEvents {
  constructor(@Inject(CONFIG) private readonly config: Pick<PointsConfig, 'EMAIL_HASH_KEY'>) {}

  @EventPattern<string>(topics.catalogBrands.topic)
  async brands(
    @Payload() events: EventOf<typeof brandChanged | typeof apiKeyChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await applyBrands(
      sql,
      events.filter(event => event.type === brandChanged.type),
    );
  }

  @EventPattern<string>(topics.catalogPrograms.topic)
  async programs(
    @Payload() events: EventOf<typeof programChanged | typeof seriesChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await applyPrograms(
      sql,
      events.filter(event => event.type === programChanged.type),
    );
    await applySeries(
      sql,
      events.filter(event => event.type === seriesChanged.type),
    );
  }

  @EventPattern<string>(topics.catalogAmbassadors.topic)
  async ambassadors(
    @Payload() events: EventOf<typeof ambassadorChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await applyAmbassadors(sql, events, this.config.EMAIL_HASH_KEY);
  }
}
