import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchRate } from './rate-search.js';

const settings = { step: 1.5, precision: 1.1, lowest: 10, highest: 20_000 };

/** A system that holds up to its capacity; counts what it was asked. */
function system(capacity: number) {
  const asked: number[] = [];
  return {
    asked,
    holds: async (rate: number) => {
      asked.push(rate);
      return rate <= capacity;
    },
  };
}

describe('searchRate', () => {
  it('finds a capacity above and below the first guess', async () => {
    for (const from of [100, 900, 15_000]) {
      const found = await searchRate({ ...settings, from }, system(1000).holds);
      expect(found).toBeLessThanOrEqual(1000);
      expect(found).toBeGreaterThan(1000 / 1.11);
    }
  });

  it('needs few trials where the guess is good', async () => {
    const { holds, asked } = system(1000);
    await searchRate({ ...settings, from: 950, step: 1.2 }, holds);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('ends at the limits', async () => {
    expect(await searchRate({ ...settings, from: 500 }, system(5).holds)).toBe(0);
    expect(await searchRate({ ...settings, from: 500 }, system(1e9).holds)).toBe(20_000);
  });

  it('never answers a rate that did not hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: 20_000 }),
        fc.integer({ min: 10, max: 20_000 }),
        async (capacity, from) => {
          const found = await searchRate({ ...settings, from }, system(capacity).holds);
          expect(found).toBeLessThanOrEqual(capacity);
          expect(found * 1.2).toBeGreaterThanOrEqual(capacity);
        },
      ),
    );
  });
});
