import type { ReferralRule, TieredRule } from '@cairn/contracts/referral-rule';
import { describe, expect, it } from '@jest/globals';
import { noSales } from './earlier-sales.js';
import { salePoints } from './sale-points.js';

const tiered = (metric: TieredRule['metric'], tiers: TieredRule['tiers']): ReferralRule => ({
  mode: 'tiered',
  metric,
  lookbackDays: 30,
  tiers,
});

const points = (rule: ReferralRule, netAmount: number, earlier = noSales) =>
  salePoints(rule, { netAmount }, earlier, 2).points;

describe('2.6 what a sale is worth', () => {
  it.each([
    ['flat', { mode: 'flat', points: 40 } as const, 1, 40n],
    ['fixed: floor(net × rate)', { mode: 'fixed', rate: '0.25' } as const, 10_000, 25n],
  ])('2.6 %s', (_, rule, netAmount, expected) => {
    expect(points(rule, netAmount)).toBe(expected);
  });

  const byAmount = tiered('order_amount', [
    { from: 5_000, points: 5 },
    { from: 10_000, rate: '0.10' },
    { from: 20_000, rate: '0.20' },
  ]);
  it.each([
    [4_999, 0n],
    [5_000, 5n],
    [9_999, 5n],
    [10_000, 10n],
    [19_999, 19n],
    [20_000, 40n],
    [Number.MAX_SAFE_INTEGER, (BigInt(Number.MAX_SAFE_INTEGER) * 2n) / 1_000n],
  ])('2.6 tiered by order_amount: %i minor units are %s points, tiers half-open', (netAmount, expected) => {
    expect(points(byAmount, netAmount)).toBe(expected);
  });

  const byCount = tiered('sales_count', [
    { from: 0, points: 10 },
    { from: 3, points: 20 },
    { from: 10, rate: '1' },
  ]);
  it.each([
    [0n, 10n],
    [2n, 10n],
    [3n, 20n],
    [9n, 20n],
    [10n, 70n],
  ])('2.6 tiered by sales_count: after %s sales %s points', (count, expected) => {
    expect(points(byCount, 7_000, { count, amount: 0n })).toBe(expected);
  });

  const bySum = tiered('sales_amount', [{ from: 100_000, points: 7 }]);
  it.each([
    [99_999n, 0n],
    [100_000n, 7n],
    [2n ** 60n, 7n],
  ])('2.6 tiered by sales_amount: after %s minor units %s points', (amount, expected) => {
    expect(points(bySum, 1, { count: 0n, amount })).toBe(expected);
  });

  it('2.6 freezes the rule with the figure that was measured, however large', () => {
    expect(salePoints(bySum, { netAmount: 1 }, { count: 1n, amount: 2n ** 60n }, 2).frozen).toEqual({
      ...bySum,
      measured: '1152921504606846976',
    });
  });
});
