import { describe, expect, it } from '@jest/globals';
import { minorUnits } from './money.js';

describe('minorUnits', () => {
  it.each([
    ['29.33', 2933],
    ['0.29', 29],
    ['0.07', 7],
    ['5', 500],
    ['4.2', 420],
    ['1.50000', 150],
    ['0.00', 0],
    ['1.1', 110],
    ['506.97', 50697],
  ])('%s is %d', (text, amount) => {
    expect(minorUnits(text)).toBe(amount);
  });

  it('does not round what is finer than a minor unit', () => {
    expect(minorUnits('0.001')).toBeNull();
  });

  it.each(['', '-1.00', '1e3', '1,000.00', 'abc'])('refuses %j', text => {
    expect(() => minorUnits(text)).toThrow('not a decimal amount');
  });
});
