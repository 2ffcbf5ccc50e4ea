import type { Progress } from '@cairn/contracts/http/progress';
import { describe, expect, it } from '@jest/globals';
import { fractionOf, stonesOf } from './stones-of.js';

const tier = (id: string, threshold: number, unlocked: boolean): Progress['tiers'][number] => ({
  id,
  name: id,
  threshold,
  medal: { preset: 'gold' },
  unlockedAt: unlocked ? '2026-11-01T10:00:00Z' : null,
  deficit: 0,
});
const next = (id: string, threshold: number) => ({ id, name: id, threshold, missing: 0, rewards: [] });

describe('a person’s stones', () => {
  it('3.6 a tier keeps its stone when progress falls under it, and the next is the first never unlocked', () => {
    const tiers = [
      tier('a', 250, true),
      tier('b', 500, true),
      tier('c', 1000, false),
      tier('d', 2000, false),
    ];
    const stones = stonesOf({ tiers, nextTier: next('c', 1000) });
    expect(stones.map(({ state }) => state)).toEqual(['set', 'set', 'next', 'later']);
    expect(fractionOf({ tiers, nextTier: next('c', 1000), points: 750 })).toBe(0.5);
    expect(fractionOf({ tiers, nextTier: next('c', 1000), points: 480 })).toBe(0);
  });

  it('is full at the top', () => {
    expect(fractionOf({ tiers: [tier('a', 10, true)], nextTier: null, points: 10 })).toBe(1);
  });
});
