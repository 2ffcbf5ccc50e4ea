import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { divide, weightsOf } from './credit.js';

const day = 86_400_000;
const placedAt = Date.parse('2026-11-20T12:00:00Z');
const touches = (...daysBefore: number[]) =>
  daysBefore.map(days => ({ at: new Date(placedAt - days * day).toISOString() }));

describe('the weights of clicks', () => {
  it.each([
    ['linear', [3, 2, 1], [1, 1, 1]],
    ['position', [1], [1]],
    ['position', [2, 1], [1, 1]],
    ['position', [3, 2, 1], [0.4, 0.2, 0.4]],
    ['position', [4, 3, 2, 1], [0.4, 0.1, 0.1, 0.4]],
    ['time_decay', [15, 8, 1], [0.25, 0.5, 1]],
    // However long before the order they were.
    ['time_decay', [3_000, 2_993], [0.5, 1]],
  ] as const)('%s of clicks %j days before are %j', (model, days, weights) => {
    expect(weightsOf(model, touches(...days), placedAt)).toEqual(weights);
  });
});

describe('a whole number divided', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [1_000_000, [0.4, 0.2, 0.4], [400_000, 200_000, 400_000]],
    [5, [1, 2], [2, 3]],
    [0, [1, 1], [0, 0]],
  ])('%d by %j is %j', (whole, weights, shares) => {
    expect(divide(whole, weights)).toEqual(shares);
  });

  it('comes to itself again, each share within one of the exact', () => {
    const weights = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), weights, (whole, given) => {
        const shares = divide(whole, given);
        const sum = given.reduce((total, weight) => total + weight, 0);
        expect(shares.reduce((total, share) => total + share, 0)).toBe(whole);
        for (const [place, share] of shares.entries())
          expect(Math.abs(share - (whole * given[place]!) / sum)).toBeLessThan(1.001);
      }),
    );
  });
});
