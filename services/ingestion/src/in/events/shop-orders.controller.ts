import type { EventOf } from '@cairn/contracts/envelope';
import type { orderSeen } from '@cairn/contracts/events/shop/order-seen';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { TakeShopOrders } from '../../app/take-shop-orders.js';
import { findJudgingBrands } from '../../out/postgres/brands.js';

/** Orders as shops list them: what lost webhooks told of is found here. */
@Controller()
export class ShopOrdersEvents {
  constructor(@Inject(TakeShopOrders) private readonly orders: TakeShopOrders) {}

  @EventPattern<string>(topics.shopOrders.topic)
  async seen(@Payload() events: EventOf<typeof orderSeen>[], @Ctx() { sql }: ChunkContext): Promise<void> {
    const byBrand = [...Map.groupBy(events, event => event.brandid)];
    const brands = await findJudgingBrands(
      sql,
      byBrand.map(([brandId]) => brandId),
    );
    for (const [brandId, seen] of byBrand.sort(([one], [other]) => (one < other ? -1 : 1))) {
      const brand = brands.get(brandId);
      // A brand whose catalog has not come yet: its next pull brings the order again.
      if (brand === undefined) continue;
      await this.orders.take(
        sql,
        brand,
        seen.map(({ data, acceptedat }) => ({
          orderId: data.orderId,
          heard: { kind: 'order' as const, order: data, confirms: true },
          acceptedAt: acceptedat,
        })),
      );
    }
  }
}
