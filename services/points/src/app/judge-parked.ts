import type { Sql } from '@cairn/service-kit/postgres/sql';
import { parkedFor, unparkEvents } from '../out/postgres/parked-events.js';
import { type ActivityEvent, activityOf, type SaleActivity } from './activity.js';
import { judge } from './judge.js';
import { keyOf } from './working-set.js';

/** Parked events judged in one transaction, at most. */
const batch = 500;

/**
 * Judges what waited for an ambassador who has come (domain.md 2.19): membership and series as of the later of the
 * event's own time and their first `joinedAt`.
 * @returns whether more is waiting.
 */
export async function judgeParked(sql: Sql, brandId: string, ref: string, now: Date): Promise<boolean> {
  const sales = salesOf(await parkedFor(sql, brandId, ref, batch));
  if (sales.length === 0) return false;
  await judge(
    sql,
    now,
    { brandIds: [brandId], orders: sales, refs: [{ brandId, ref }] },
    async (judgement, set) => {
      const still = await unparkEvents(
        sql,
        brandId,
        sales.map(sale => sale.eventId),
      );
      const ambassadorId = set.ambassadors.get(keyOf(brandId, ref));
      const joinedAt = ambassadorId && set.accounts.get(ambassadorId)?.memberships[0]?.from;
      for (const sale of sales.filter(waiting => still.has(waiting.eventId))) {
        judgement.sale(sale, Math.max(sale.occurredAt, joinedAt || 0));
      }
    },
  );
  return sales.length === batch;
}

/** Ends the wait of an event whose ambassador never came. */
export async function expireParked(sql: Sql, event: ActivityEvent, now: Date): Promise<void> {
  const sales = salesOf([event]);
  for (const sale of sales) {
    await judge(sql, now, { brandIds: [sale.brandId], orders: [sale], refs: [] }, async judgement => {
      const still = await unparkEvents(sql, sale.brandId, [sale.eventId]);
      if (still.has(sale.eventId)) judgement.unknownAmbassador(sale);
    });
  }
}

function salesOf(events: readonly ActivityEvent[]): SaleActivity[] {
  return events.map(activityOf).filter(activity => activity.kind === 'sale');
}
