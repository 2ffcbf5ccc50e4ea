import { describe, expect, it } from '@jest/globals';
import { ruleWords } from './rate-words.js';

describe('ruleWords', () => {
  it.each([
    ['0.25', 'USD', 2, '25 points for every $100 your friends spend'],
    ['0.10', 'USD', 2, '1 point for every $10 your friends spend'],
    ['1', 'GBP', 2, '1 point for every £1 your friends spend'],
    ['1000', 'USD', 2, '1,000 points for every $1 your friends spend'],
    ['2.5', 'USD', 2, '25 points for every $10 your friends spend'],
    ['0.005', 'USD', 2, '5 points for every $1,000 your friends spend'],
    ['0.01', 'JPY', 0, '1 point for every ¥100 your friends spend'],
    ['0.333333', 'USD', 2, 'about 33 points for every $100 your friends spend'],
    ['0.000001', 'USD', 2, '10 points for every $10,000,000 your friends spend'],
  ])('%s in %s', (rate, currency, exponent, words) => {
    expect(ruleWords({ mode: 'fixed', rate }, currency, exponent)).toBe(words);
  });

  it('says nothing of a rate that gives nothing', () => {
    expect(ruleWords({ mode: 'fixed', rate: '0.000' }, 'USD', 2)).toBeNull();
  });
});
