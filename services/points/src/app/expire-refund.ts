import type { Sql } from '@cairn/service-kit/postgres/sql';
import { judge } from './judge.js';
import { nothingToReverse } from './refund-judgement.js';
import { keyOf } from './working-set.js';

/** Ends a refund's wait for its sale (domain.md 2.9). */
export async function expireRefund(
  sql: Sql,
  waiting: { brandId: string; orderId: string; eventId: string },
  now: Date,
): Promise<void> {
  await judge(sql, now, { brandIds: [waiting.brandId], orders: [waiting], refs: [] }, (judgement, set) => {
    const order = set.orders.get(keyOf(waiting.brandId, waiting.orderId));
    const refund = order?.openRefunds.find(open => open.eventId === waiting.eventId);
    if (refund !== undefined && order?.refused === false) nothingToReverse(judgement, refund);
  });
}
