import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countSales, type EarlierSale } from '../domain/earlier-sales.js';
import { segmentsOf, windowSums } from './sales-segments.js';

const hour = 3_600_000;

const windows = fc.array(
  fc.record({
    ambassadorId: fc.constantFrom('a', 'b'),
    currency: fc.constant('USD'),
    window: fc
      .tuple(fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }), fc.integer({ min: 1, max: 100 }))
      .map(([from, length]) => ({
        from: from === null ? null : from * hour,
        to: ((from ?? 0) + length) * hour,
      })),
  }),
  { maxLength: 8 },
);

const sales = fc.array(
  fc.integer({ min: 0, max: 320 }).map<EarlierSale>(at => ({
    occurredAt: at * hour,
    currency: 'USD',
    netAmount: at + 1,
    refunds: [],
  })),
  { maxLength: 40 },
);

describe('the segments of windows', () => {
  it('give each window what it holds, and no sale is in two of one ambassador', () => {
    fc.assert(
      fc.property(windows, sales, (wanted, known) => {
        const segments = segmentsOf(wanted);
        const parts = segments.map(({ head, days, tail }) => [head, days, tail]);
        const sums = parts.map(ranges =>
          ranges
            .map(range => countSales(known, range, 'USD'))
            .reduce((a, b) => ({ count: a.count + b.count, amount: a.amount + b.amount })),
        );
        expect(windowSums(wanted, segments, sums)).toEqual(
          wanted.map(({ window }) => countSales(known, window, 'USD')),
        );
        for (const { days } of segments) {
          expect((days.from ?? 0) % (24 * hour)).toBe(0);
          expect(days.to % (24 * hour)).toBe(0);
        }
      }),
    );
  });
});
