import type { EventOf } from '@cairn/contracts/envelope';
import type { shopUninstalled } from '@cairn/contracts/events/shop/uninstalled';
import { topics } from '@cairn/contracts/topics';
import { causeOf } from '@cairn/service-kit/events/derive';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { shopIdOf, shopifyOf, storeLost } from '../../app/shop-changes.js';

/** What shops tell of themselves. */
@Controller()
export class ShopNoticesEvents {
  @EventPattern<string>(topics.shopNotices.topic)
  async handle(
    @Payload() events: EventOf<typeof shopUninstalled>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    const sorted = events.toSorted((one, other) => (one.brandid < other.brandid ? -1 : 1));
    for (const event of sorted) {
      const { brandid: brandId } = event;
      const shopId = shopIdOf(brandId, event.data.shopDomain);
      const at = new Date(event.time);
      await storeLost(sql, shopifyOf(brandId), causeOf(event), {
        shopId,
        status: 'uninstalled',
        before: at,
        at,
      });
    }
  }
}
