import type { ShopOrder } from '@cairn/contracts/shop-order';
import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import { afterCommit, type Sql } from '@cairn/service-kit/postgres/sql';
import { Injectable } from '@nestjs/common';
import type { Attribution } from '../domain/attribution.js';
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

/** What was decided just now, of the order as it was then. */
interface Decided {
  order: ShopOrder;
  attribution: Attribution;
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
    const whose = await this.whose(sql, brand, orderId, known, acceptedAt);
    if (whose === null) {
      await saveOrder(sql, brandId, orderId, known);
      return;
    }
    const { ambassadorId, decided } = whose;
    const { events, state } = tell(known);
    const [, , key] = await Promise.all([
      decided && keepAttribution(sql, brandId, decided.order, decided.attribution, acceptedAt),
      saveOrder(sql, brandId, orderId, state),
      events.length > 0 ? this.keyOf(sql, brandId, orderId, ambassadorId) : null,
    ]);
    if (key === null) return;
    const outgoing = events.map(event => ({
      topic: 'activity' as const,
      key,
      event: shopEvent(event, { brandId, orderId, ambassadorId, acceptedAt }),
    }));
    await Promise.all([keepNetAmount(sql, brandId, orderId, leftOf(state)), appendToOutbox(sql, outgoing)]);
    afterCommit(sql, () => countAccepted(outgoing));
  }

  /** Whose sale it is: as was decided once, else decided now, where there is one to be told; else null. */
  private async whose(
    sql: Sql,
    brand: JudgingBrand,
    orderId: string,
    known: ReturnType<typeof hear>,
    acceptedAt: string,
  ): Promise<{ ambassadorId: string; decided: Decided | null } | null> {
    if (known.sale !== null) {
      const [kept] = await findAttributions(sql, brand.brandId, [orderId]);
      return kept === undefined ? null : { ambassadorId: kept.ambassadorId, decided: null };
    }
    const order = saleDue(known);
    if (order === null) return null;
    const [placed, accepted] = [Date.parse(order.placedAt), Date.parse(acceptedAt)];
    if (checkTime(placed, accepted, brand.maxEventAgeDays) !== null) return null;
    const attribution = await attributeOrder(sql, brand, order);
    return attribution && { ambassadorId: attribution.ambassadorId, decided: { order, attribution } };
  }

  /** Where its refunds go, its sale goes first. */
  private async keyOf(sql: Sql, brandId: string, orderId: string, ambassadorId: string): Promise<string> {
    const messageKey = `${brandId}:${ambassadorId}`;
    const [, hints] = await Promise.all([
      saveHints(sql, [{ brandId, orderId, messageKey }]),
      findHints(sql, brandId, [orderId]),
    ]);
    return hints.get(orderId) ?? messageKey;
  }
}
