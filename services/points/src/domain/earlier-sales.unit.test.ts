import { describe, expect, it } from '@jest/globals';
import { countSales, type EarlierSale, windowOf } from './earlier-sales.js';

const day = 86_400_000;
const t = Date.parse('2026-11-01T10:00:00Z');

const sale = (change: Partial<EarlierSale> = {}): EarlierSale => ({
  occurredAt: t - day,
  currency: 'USD',
  netAmount: 10_000,
  refunds: [],
  ...change,
});
const refund = (netAmount: number, occurredAt = t - 1) => ({ netAmount, occurredAt });

const window = { from: t - 30 * day, to: t };

describe('2.6 earlier sales', () => {
  it.each<[string, EarlierSale[], { count: bigint; amount: bigint }]>([
    ['counts one and its amount', [sale()], { count: 1n, amount: 10_000n }],
    ['from the window’s beginning', [sale({ occurredAt: t - 30 * day })], { count: 1n, amount: 10_000n }],
    ['not before it', [sale({ occurredAt: t - 30 * day - 1 })], { count: 0n, amount: 0n }],
    ['not at its end', [sale({ occurredAt: t })], { count: 0n, amount: 0n }],
    ['another currency in sales_count only', [sale({ currency: 'EUR' })], { count: 1n, amount: 0n }],
    ['less a refund in part', [sale({ refunds: [refund(4_000)] })], { count: 1n, amount: 6_000n }],
    ['not where a refund covers it', [sale({ refunds: [refund(10_000)] })], { count: 0n, amount: 0n }],
    [
      'not where refunds cover it together, and more',
      [sale({ refunds: [refund(6_000), refund(6_000)] })],
      { count: 0n, amount: 0n },
    ],
    [
      'whatever was refunded at its end or later',
      [sale({ refunds: [refund(10_000, t)] })],
      { count: 1n, amount: 10_000n },
    ],
    [
      'one of nothing that was refunded only later',
      [sale({ netAmount: 0, refunds: [refund(1, t)] })],
      { count: 1n, amount: 0n },
    ],
    ['one of nothing', [sale({ netAmount: 0 })], { count: 1n, amount: 0n }],
    [
      'not one of nothing that was refunded',
      [sale({ netAmount: 0, refunds: [refund(1)] })],
      { count: 0n, amount: 0n },
    ],
    [
      'sums beyond 2^53',
      [sale({ netAmount: Number.MAX_SAFE_INTEGER }), sale({ netAmount: Number.MAX_SAFE_INTEGER })],
      { count: 2n, amount: 2n * BigInt(Number.MAX_SAFE_INTEGER) },
    ],
  ])('2.6 %s', (_, sales, expected) => {
    expect(countSales(sales, window, 'USD')).toEqual(expected);
  });

  it('2.6 looks back so many days of 24 hours, or for ever, and not at all for order_amount', () => {
    const rule = { mode: 'tiered' as const, metric: 'sales_count' as const, lookbackDays: 30, tiers: [] };
    expect(windowOf(rule, t)).toEqual(window);
    expect(windowOf({ ...rule, lookbackDays: null }, t)).toEqual({ from: null, to: t });
    expect(windowOf({ ...rule, metric: 'order_amount' }, t)).toBeUndefined();
    expect(windowOf({ mode: 'flat', points: 1 }, t)).toBeUndefined();
  });
});
