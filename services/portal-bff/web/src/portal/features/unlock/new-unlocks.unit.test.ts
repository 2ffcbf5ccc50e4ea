import { describe, expect, it } from '@jest/globals';
import { newUnlocks } from './new-unlocks.js';

const thresholds = { Bronze: 250, Silver: 500, Gold: 1000 };
type Name = keyof typeof thresholds;

const state = (unlocked: Name[], { cycle = 1, series = 'ladder' as string | null } = {}) => ({
  series: series === null ? null : { id: series, name: series },
  cycle,
  tiers: (Object.keys(thresholds) as Name[]).map(name => ({
    id: name,
    name,
    threshold: thresholds[name],
    medal: { preset: 'gold' as const },
    description: '',
    unlockedAt: unlocked.includes(name) ? '2026-11-01T10:00:00Z' : null,
    deficit: 0,
    rewards: [],
  })),
});

const seen = (former: ReturnType<typeof state>, next: ReturnType<typeof state>) =>
  newUnlocks(former, next).map(unlock => `${unlock.tier.name} ${unlock.cycle}`);

describe('newUnlocks', () => {
  it('finds nothing where nothing is new', () => {
    expect(seen(state(['Bronze']), state(['Bronze']))).toEqual([]);
  });

  it('finds one', () => {
    expect(seen(state(['Bronze']), state(['Bronze', 'Silver']))).toEqual(['Silver 1']);
  });

  it('finds several, ascending', () => {
    expect(seen(state([]), state(['Gold', 'Bronze', 'Silver']))).toEqual(['Bronze 1', 'Silver 1', 'Gold 1']);
  });

  it('celebrates the end of a cycle and what the next has at once', () => {
    expect(seen(state(['Bronze']), state(['Bronze'], { cycle: 2 }))).toEqual([
      'Silver 1',
      'Gold 1',
      'Bronze 2',
    ]);
  });

  it('takes another series, none, or an older cycle for no unlock', () => {
    expect(seen(state([]), state(['Bronze'], { series: 'other' }))).toEqual([]);
    expect(seen(state(['Bronze']), state([], { series: null }))).toEqual([]);
    expect(seen(state([], { cycle: 2 }), state(['Bronze'], { cycle: 1 }))).toEqual([]);
  });
});
