import type { EventOf } from '@cairn/contracts/envelope';
import type { apiKeyChanged } from '@cairn/contracts/events/catalog/api-key-changed';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { topics } from '@cairn/contracts/topics';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { RewardsConfig } from '../../config.js';
import { connectStandin } from '../../domain/work.js';
import { copyBrands } from '../../out/postgres/catalog-copies.js';
import { withoutShop } from '../../out/postgres/shops.js';

type BrandsEvent = EventOf<typeof brandChanged> | EventOf<typeof apiKeyChanged>;

@Controller()
export class BrandsEvents {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: RewardsConfig,
  ) {}

  @EventPattern<string>(topics.catalogBrands.topic)
  async handle(@Payload() events: BrandsEvent[], @Ctx() { sql }: ChunkContext): Promise<void> {
    const changed = events.filter(event => event.type === brandChanged.type);
    if (changed.length === 0) return;
    await copyBrands(sql, changed);
    if (this.config.SHOPIFY_STANDIN_URL === undefined) return;
    const dueAt = this.clock().toISOString();
    const unconnected = await withoutShop(
      sql,
      changed.map(event => event.brandid),
    );
    await scheduleWork(
      sql,
      unconnected.map(brandId => ({ kind: connectStandin, key: brandId, brandId, payload: {}, dueAt })),
    );
  }
}
