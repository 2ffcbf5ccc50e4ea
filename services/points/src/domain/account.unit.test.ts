import { describe, expect, it } from '@jest/globals';
import { type Award, earned, move, released, reversed } from './account.js';
import { totalReversed } from './award.js';

const award = (change: Partial<Award> = {}): Award => ({
  points: 19,
  netAmount: 19_999,
  reversed: 0,
  held: false,
  ...change,
});

describe('2.15 the two amounts of a row', () => {
  it.each([
    ['earned, no hold', earned('referral', 19, false), [0, 19]],
    ['earned, held', earned('referral', 19, true), [19, 0]],
    ['released', released(award({ held: true })), [-19, 19]],
    ['released, what is left', released(award({ held: true, reversed: 4 })), [-15, 15]],
    ['reversed while held', reversed(award({ held: true }), 4), [-4, 0]],
    ['reversed later', reversed(award(), 4), [0, -4]],
  ])('2.15 %s', (_, movement, deltas) => {
    expect([movement?.pendingDelta, movement?.availableDelta]).toEqual(deltas);
  });

  it('2.15 nothing is released of what was reversed wholly', () => {
    expect(released(award({ held: true, reversed: 19 }))).toBeNull();
  });
});

describe('2.9 the worked example of §2 (hold 0, fixed rate "0.10", net 199.99)', () => {
  it.each<[string, number[], number[], number]>([
    ['a sale', [], [], 19],
    ['a refund of 50.00', [5_000], [-4], 15],
    ['another of 50.00', [5_000, 5_000], [-4, -5], 10],
    ['one of 150.00, over the rest', [5_000, 5_000, 15_000], [-4, -5, -10], 0],
    ['one more', [5_000, 5_000, 15_000, 1], [-4, -5, -10, 0], 0],
  ])('2.9 %s', (_, refunds, rows, available) => {
    let taken = 0;
    const posted = refunds.map((_amount, index) => {
      const refunded = refunds.slice(0, index + 1).reduce((sum, amount) => sum + BigInt(amount), 0n);
      const points = totalReversed(19, refunded, 19_999) - taken;
      taken += points;
      return points === 0 ? 0 : -points;
    });
    expect(posted).toEqual(rows);
    const start = move({ seq: 0, pending: 0, available: 0 }, earned('referral', 19, false));
    const end = posted.reduce((account, points) => move(account, reversed(award(), -points)), start);
    expect(end.available).toBe(available);
  });
});
