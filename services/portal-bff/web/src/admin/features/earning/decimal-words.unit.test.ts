import { describe, expect, it } from '@jest/globals';
import { percentOfRate, pointsAt, rateOf, rateOfPercent, saleExample } from './decimal-words.js';

describe('rates as people type them', () => {
  it.each([
    ['10', '0.1'],
    ['12.5', '0.125'],
    ['12,5 %', '0.125'],
    ['100', '1'],
    ['0', '0'],
    ['7', '0.07'],
    ['250', '2.5'],
  ])('%s percent is %s and back', (typed, rate) => {
    expect(rateOfPercent(typed)).toBe(rate);
    expect(percentOfRate(rate)).toBe(typed.replace(',', '.').replace(' %', ''));
  });

  it.each(['', 'ten', '-1', '1e3'])('%j is no percent', typed => expect(rateOfPercent(typed)).toBeNull());

  it.each([
    ['0.25', '0.25'],
    [' 0,250 ', '0.25'],
    ['00.5', '0.5'],
    ['1000', '1000'],
    ['1000.1', null],
    ['0.1234567', null],
    ['.5', null],
    ['x', null],
  ])('%j is the rate %j', (typed, rate) => expect(rateOf(typed)).toBe(rate));
});

describe('2.6 what a sale gives', () => {
  it('is floored, exactly', () => {
    expect(pointsAt('0.25', 100)).toBe(25n);
    expect(pointsAt('0.019', 100)).toBe(1n);
    expect(pointsAt('0.1', 3)).toBe(0n);
  });

  it('is told by an example that gives something', () => {
    expect(saleExample('0.25', 'USD', 2)).toBe('A sale of $100 gives 25 points.');
    expect(saleExample('0.001', 'USD', 2)).toBe('A sale of $1,000 gives 1 point.');
    expect(saleExample('25', 'JPY', 0)).toBe('A sale of ¥100 gives 2,500 points.');
    expect(saleExample('0', 'USD', 2)).toBe('A sale of $100 gives 0 points.');
  });
});
