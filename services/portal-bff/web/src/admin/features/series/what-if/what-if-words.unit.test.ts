import type { Simulation } from '@cairn/contracts/http/simulation';
import { describe, expect, it } from '@jest/globals';
import { aboutWords, costWords, wayWords } from './what-if-words.js';

const tier = { name: 'Gold', threshold: 500, standing: 1, reached: 1, unlocks: 1, cost: null };

describe('the words of a what-if', () => {
  it.each([
    [null, 'Nobody got there'],
    [{ median: 0.2, p90: 0.2 }, 'under a day'],
    [{ median: 1, p90: 4.5 }, '1 day, nine in ten within 4.5 days'],
    [{ median: 12.4, p90: 31.6 }, '12 days, nine in ten within 32 days'],
  ])('the way of %j is "%s"', (days, words) => {
    expect(wayWords({ ...tier, days }, 'en')).toBe(words);
  });

  it('costs are in the brand’s currency', () => {
    expect(costWords(123_450, 'USD', 2, 'en-US')).toBe('$1,234.50');
    expect(costWords(1_200, 'JPY', 0, 'en-US')).toBe('¥1,200');
  });

  it('says what was looked at and what is left out', () => {
    const told: Simulation = {
      participants: 1_204,
      belowFirst: 1_000,
      completions: 2,
      promoted: 1,
      sample: { ambassadors: 100, of: 5_000 },
      tiers: [],
      cost: { currency: 'USD', total: 0, withoutCost: 1 },
    };
    expect(aboutWords(told, 'en')).toEqual([
      '1,204 ambassadors have earned in these programs.',
      'Scaled up from a sample: 100 of 5,000 were looked at.',
      'The top is reached 2 times.',
      '1 would have been promoted; what they did afterwards is left out.',
      'One reward has no cost yet: it is not in the sum.',
    ]);
  });
});
