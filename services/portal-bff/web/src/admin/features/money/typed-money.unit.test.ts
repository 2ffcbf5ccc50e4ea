import { describe, expect, it } from '@jest/globals';
import { majorOf, minorOf } from './typed-money.js';

describe('typed money', () => {
  it.each([
    ['12.50', 2, 1250],
    ['12,5', 2, 1250],
    ['12', 2, 1200],
    ['0.29', 2, 29],
    ['1,000', 2, 100_000],
    ['1 000 000.10', 2, 100_000_010],
    ['12.', 2, 1200],
    ['500', 0, 500],
    ['1.234', 3, 1234],
    ['90071992547409.91', 2, 9_007_199_254_740_991],
  ])('%s with %i places is %i', (typed, exponent, minor) => {
    expect(minorOf(typed, exponent)).toBe(minor);
  });

  it.each([
    ['', 2],
    ['-1', 2],
    ['12.345', 2],
    ['1.000', 2],
    ['5.5', 0],
    ['1e3', 2],
    ['12.5.5', 2],
    ['twelve', 2],
    ['90071992547409.92', 2],
  ])('%s with %i places is none', (typed, exponent) => {
    expect(minorOf(typed, exponent)).toBeNull();
  });

  it('is written as it was typed', () => {
    expect([majorOf(1250, 2), majorOf(1200, 2), majorOf(29, 2), majorOf(500, 0), majorOf(1234, 3)]).toEqual([
      '12.50',
      '12',
      '0.29',
      '500',
      '1.234',
    ]);
    for (let minor = 0; minor < 2_000; minor += 7) expect(minorOf(majorOf(minor, 2), 2)).toBe(minor);
  });
});
