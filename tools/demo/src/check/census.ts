import type { Observed } from './observed.js';

/** How much there is, to tell whether a second run changed anything. */
export interface Census {
  rows: number;
  unlocks: number;
  codes: number;
  orders: number;
  mails: number;
  points: number;
}

/** Counts; `points` is the sum of what is available to everybody. */
export function censusOf(observed: Observed): Census {
  const census: Census = {
    rows: 0,
    unlocks: 0,
    codes: observed.strayDiscounts.length,
    orders: observed.strayOrders.length,
    mails: 0,
    points: 0,
  };
  for (const seen of observed.ambassadors.values()) {
    census.rows += seen.ledger.length;
    census.unlocks += seen.unlocks.length;
    census.codes += seen.discounts.length;
    census.orders += seen.orders.length;
    census.mails += seen.mails.length;
    census.points += seen.balance.available;
  }
  return census;
}
