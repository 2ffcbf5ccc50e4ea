import { describe, expect, it } from '@jest/globals';
import { quantile, slopeOf, spreadOf } from './statistics.js';

describe('spreadOf', () => {
  it('is median, least and most, whatever the order', () => {
    expect(spreadOf([5, 1, 9, 3, 7])).toEqual({ median: 5, min: 1, max: 9 });
  });

  it('takes the middle of an even number', () => {
    expect(spreadOf([4, 1, 3, 2]).median).toBe(2.5);
  });

  it('refuses nothing at all', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});

describe('quantile', () => {
  it('lies between neighbours', () => {
    const hundred = Array.from({ length: 101 }, (_, n) => n);
    expect(quantile(hundred, 0.99)).toBeCloseTo(99);
    expect(quantile([10, 20], 0.25)).toBe(12.5);
    expect(quantile([7], 0.99)).toBe(7);
  });
});

describe('slopeOf', () => {
  it('is the growth a unit', () => {
    expect(slopeOf([0, 1, 2, 3].map(x => ({ x, y: 5 + 3 * x })))).toBeCloseTo(3);
  });

  it('is 0 for what stands still', () => {
    expect(slopeOf([{ x: 1, y: 4 }])).toBe(0);
  });
});
