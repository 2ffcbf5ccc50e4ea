import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import { afterCommit, type Sql } from '@cairn/service-kit/postgres/sql';
import { Injectable } from '@nestjs/common';
import { checkTime } from '../domain/check-event.js';
import { type Heard, hear, leftOf, saleDue, tell } from '../domain/shop-order-state.js';
import { findAttributions, keepAttribution, keepNetAmount } from '../out/postgres/attributions.js';
import type { JudgingBrand } from '../out/postgres/brands.js';
import { findHints, saveHints } from '../out/postgres/routing.js';
import { lockOrder, saveOrder } from '../out/postgres/shop-orders.js';
import { attributeOrder } from './attribute-order.js';
import { countAccepted } from './metrics.js';
import { shopEvent } from './shop-events.js';

/** Something that was heard of an order, and when it came in (RFC 3339). */
export interface HeardOfOrder {
  orderId: string;
  heard: Heard;
  acceptedAt: string;
}

/** Takes what a shop says of its orders: kept, judged whose it is, and told to points, in one transaction (ADR 43). */
@Injectable()
export class TakeShopOrders {
  /** Orders are locked in the order of their ids; hearing something again changes nothing. */
  async take(sql: Sql, brand: JudgingBrand, all: readonly HeardOfOrder[]): Promise<void> {
    const byOrder = [...Map.groupBy(all, ({ orderId }) => orderId)];
    for (const [orderId, heard] of byOrder.sort(([one], [other]) => (one < other ? -1 : 1)))
      await this.takeOne(sql, brand, orderId, heard);
  }

  private async takeOne(
    sql: Sql,
    brand: JudgingBrand,
    orderId: string,
    all: readonly HeardOfOrder[],
  ): Promise<void> {
    const { brandId } = brand;
    const before = await lockOrder(sql, brandId, orderId);
    const known = all.reduce((state, { heard }) => hear(state, heard), before);
    const { acceptedAt } = all.at(-1)!;
    const ambassadorId = await this.whose(sql, brand, orderId, known, acceptedAt);
    if (ambassadorId === null) {
      await saveOrder(sql, brandId, orderId, known);
      return;
    }
    const { events, state } = tell(known);
    await saveOrder(sql, brandId, orderId, state);
    if (events.length === 0) return;
    const key = await this.keyOf(sql, brandId, orderId, ambassadorId);
    const outgoing = events.map(event => ({
      topic: 'activity' as const,
      key,
      event: shopEvent(event, { brandId, orderId, ambassadorId, acceptedAt }),
    }));
    await keepNetAmount(sql, brandId, orderId, leftOf(state));
    await appendToOutbox(sql, outgoing);
    afterCommit(sql, () => countAccepted(outgoing));
  }

  /** Whose sale it is: as was decided once, else decided now, where there is one to be told; else null. */
  private async whose(
    sql: Sql,
    brand: JudgingBrand,
    orderId: string,
    known: ReturnType<typeof hear>,
    acceptedAt: string,
  ): Promise<string | null> {
    if (known.sale !== null) {
      const [decided] = await findAttributions(sql, brand.brandId, [orderId]);
      return decided?.ambassadorId ?? null;
    }
    const order = saleDue(known);
    if (order === null) return null;
    const [placed, accepted] = [Date.parse(order.placedAt), Date.parse(acceptedAt)];
    if (checkTime(placed, accepted, brand.maxEventAgeDays) !== null) return null;
    const attribution = await attributeOrder(sql, brand, order);
    if (attribution === null) return null;
    await keepAttribution(sql, brand.brandId, order, attribution, acceptedAt);
    return attribution.ambassadorId;
  }

  /** Where its refunds go, its sale goes first. */
  private async keyOf(sql: Sql, brandId: string, orderId: string, ambassadorId: string): Promise<string> {
    const messageKey = `${brandId}:${ambassadorId}`;
    await saveHints(sql, [{ brandId, orderId, messageKey }]);
    return (await findHints(sql, brandId, [orderId])).get(orderId) ?? messageKey;
  }
}
