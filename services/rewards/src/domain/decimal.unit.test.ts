import { describe, expect, it } from '@jest/globals';
import { decimalOf } from './decimal.js';

describe('minor units as a decimal string', () => {
  it.each([
    [1050, 2, '10.50'],
    [5, 2, '0.05'],
    [0, 2, '0.00'],
    [500, 0, '500'],
    [1234, 3, '1.234'],
    [7, 3, '0.007'],
    [Number.MAX_SAFE_INTEGER, 2, '90071992547409.91'],
  ])('%d with %d places is %s', (minorUnits, exponent, text) => {
    expect(decimalOf(minorUnits, exponent)).toBe(text);
  });
});
