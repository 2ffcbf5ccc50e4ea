import type { ReferralRule } from '@cairn/contracts/referral-rule';

const dayMs = 86_400_000;

/** Half-open `[from, to)` in milliseconds since the epoch; `from` null: from the beginning. */
export interface SalesWindow {
  from: number | null;
  to: number;
}

/** An ambassador's sales in a window: how many in any currency, and minor units of the brand's. */
export interface SalesInWindow {
  count: bigint;
  amount: bigint;
}

export const noSales: SalesInWindow = { count: 0n, amount: 0n };

/** A sale that was judged, as later ones count it; `netAmount` is minor units of `currency`. */
export interface EarlierSale {
  occurredAt: number;
  currency: string;
  netAmount: number;
  /** Every known one, in any order. */
  refunds: readonly { netAmount: number; occurredAt: number }[];
}

/**
 * The window of earlier sales that a rule looks back over from a sale at `at` (domain.md 2.6); undefined where it goes
 * by no earlier sales.
 */
export function windowOf(rule: ReferralRule, at: number): SalesWindow | undefined {
  if (rule.mode !== 'tiered' || rule.metric === 'order_amount') return undefined;
  return { from: rule.lookbackDays === null ? null : at - rule.lookbackDays * dayMs, to: at };
}

export function isInWindow(
  { occurredAt }: Pick<EarlierSale, 'occurredAt'>,
  { from, to }: SalesWindow,
): boolean {
  return occurredAt < to && (from === null || occurredAt >= from);
}

/**
 * What a sale counts for, seen from `asOf`: its amount less the refunds from before that, and nothing where they cover
 * it wholly (domain.md 2.6). @param asOf milliseconds; null: less all refunds that are known.
 */
export function worthOf(sale: EarlierSale, asOf: number | null): { counts: boolean; net: bigint } {
  let net = BigInt(sale.netAmount);
  if (sale.refunds.length === 0) return { counts: true, net };
  const before = sale.refunds.filter(refund => asOf === null || refund.occurredAt < asOf);
  for (const refund of before) net -= BigInt(refund.netAmount);
  return before.length > 0 && net <= 0n ? { counts: false, net: 0n } : { counts: true, net };
}

/** What sales of a window count for a sale at its end; those outside of it count nothing. */
export function countSales(
  sales: Iterable<EarlierSale>,
  window: SalesWindow,
  currency: string,
): SalesInWindow {
  let count = 0;
  let amount = 0n;
  for (const sale of sales) {
    if (!isInWindow(sale, window)) continue;
    const { counts, net } = worthOf(sale, window.to);
    if (counts) count++;
    if (sale.currency === currency) amount += net;
  }
  return { count: BigInt(count), amount };
}

export function plus(a: SalesInWindow, b: SalesInWindow): SalesInWindow {
  return { count: a.count + b.count, amount: a.amount + b.amount };
}

export function minus(a: SalesInWindow, b: SalesInWindow): SalesInWindow {
  return { count: a.count - b.count, amount: a.amount - b.amount };
}
