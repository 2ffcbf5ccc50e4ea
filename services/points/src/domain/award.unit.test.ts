import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fixedRatePoints, totalReversed } from './award.js';

describe('2.6 fixed: points = floor(net amount in major units × rate)', () => {
  it.each([
    [10_000, '0.25', 2, 25n],
    [19_999, '0.10', 2, 19n],
    [19_999, '0.1', 2, 19n],
    [99, '1', 2, 0n],
    [100, '1', 2, 1n],
    [1_000, '0.25', 0, 250n],
    [1_000_000, '0.000001', 2, 0n],
    [100_000_000, '0.000001', 2, 1n],
    [29, '1000', 2, 290n],
    [Number.MAX_SAFE_INTEGER, '1000', 2, 90_071_992_547_409_910n],
    [0, '1000', 2, 0n],
  ])('%i minor units at %s with %i decimals gives %s', (net, rate, exponent, points) => {
    expect(fixedRatePoints(net, rate, exponent)).toBe(points);
  });
});

describe('2.9 refunds reverse in proportion, at the frozen original', () => {
  it.each([
    [19, 5_000n, 19_999, 4],
    [19, 10_000n, 19_999, 9],
    [19, 25_000n, 19_999, 19],
    [19, 19_999n, 19_999, 19],
    [19, 19_998n, 19_999, 18],
    [1, 1n, 2, 0],
    [19, 0n, 19_999, 0],
    [19, -5_000n, 19_999, 0],
  ])('of %i points, %s refunded of %i takes back %i in all', (points, refunded, net, total) => {
    expect(totalReversed(points, refunded, net)).toBe(total);
  });

  it('never more than the award, never less as refunds grow', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000_000 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.array(fc.integer({ min: 1, max: 5_000_000 }), { maxLength: 8 }),
        (points, net, refunds) => {
          let refunded = 0n;
          let before = 0;
          for (const refund of refunds) {
            refunded += BigInt(refund);
            const total = totalReversed(points, refunded, net);
            expect(total).toBeGreaterThanOrEqual(before);
            expect(total).toBeLessThanOrEqual(points);
            before = total;
          }
        },
      ),
    );
  });
});
