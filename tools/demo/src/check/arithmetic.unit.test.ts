import { describe, expect, it } from '@jest/globals';
import { fixedPoints, reversedInAll } from './arithmetic.js';

describe('fixed rate, domain.md 2.6', () => {
  it.each([
    [10_000, '0.25', 25],
    [19_999, '0.10', 19],
    [19_999, '0.1', 19],
    [2_933, '0.5', 14],
    [110, '1.1', 1],
    [100, '0.29', 0],
    // In binary floating point 4.35 × 100 is 434.99999999999994, and 1.15 × 100 is 114.99999999999999.
    [435, '100', 435],
    [115, '100', 115],
    [9_007_199_254_740_991, '1', 90_071_992_547_409],
    [300, '0.333333', 0],
    [300, '1000', 3_000],
  ])('%d minor units at "%s" give %d points', (net, rate, points) => {
    expect(fixedPoints(net, rate)).toBe(points);
  });

  it('refuses a rate that is no plain decimal', () => {
    expect(() => fixedPoints(100, '1e2')).toThrow('not a rate');
  });
});

describe('refunds in proportion, domain.md 2.9', () => {
  // The worked example: sale o1 of 199.99 at "0.10" gives 19; then 50.00, 50.00 and 150.00 go back.
  it('is the worked example', () => {
    const award = fixedPoints(19_999, '0.10');
    let available = award;
    let refunded = 0;
    const balances = [available];
    const rows: number[] = [];
    for (const refund of [5_000, 5_000, 15_000]) {
      const before = reversedInAll(award, refunded, 19_999);
      refunded += refund;
      rows.push(before - reversedInAll(award, refunded, 19_999));
      available += rows.at(-1)!;
      balances.push(available);
    }
    expect(balances).toEqual([19, 15, 10, 0]);
    expect(rows).toEqual([-4, -5, -10]);
  });

  it('takes all back of an order of nothing', () => {
    expect(reversedInAll(5, 1, 0)).toBe(5);
  });
});
