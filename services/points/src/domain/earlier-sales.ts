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
  const before = sale.refunds.filter(refund => asOf === null || refund.occurredAt < asOf);
  const refunded = before.reduce((sum, refund) => sum + BigInt(refund.netAmount), 0n);
  const net = BigInt(sale.netAmount) - refunded;
  if (before.length > 0 && net <= 0n) return { counts: false, net: 0n };
  return { counts: true, net };
}

/** What sales of a window count for a sale at its end; those outside of it count nothing. */
export function countSales(
  sales: readonly EarlierSale[],
  window: SalesWindow,
  currency: string,
): SalesInWindow {
  const worth = sales
    .filter(sale => isInWindow(sale, window))
    .map(sale => ({ sale, ...worthOf(sale, window.to) }));
  return {
    count: BigInt(worth.filter(of => of.counts).length),
    amount: worth.reduce((sum, { sale, net }) => (sale.currency === currency ? sum + net : sum), 0n),
  };
}

export function plus(a: SalesInWindow, b: SalesInWindow): SalesInWindow {
  return { count: a.count + b.count, amount: a.amount + b.amount };
}

export function minus(a: SalesInWindow, b: SalesInWindow): SalesInWindow {
  return { count: a.count - b.count, amount: a.amount - b.amount };
}
