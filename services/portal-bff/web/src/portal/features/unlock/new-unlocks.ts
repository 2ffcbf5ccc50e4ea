import type { HomeState, HomeTier } from '@cairn/contracts/http/home';

type Ladder = Pick<HomeState, 'series' | 'cycle' | 'tiers'>;

/** A tier that has just been unlocked, with the ladder as it stood, lowest first. */
export interface Unlock {
  tier: HomeTier;
  cycle: number;
  ladder: readonly HomeTier[];
}

/**
 * What `next` has unlocked that `former` had not, ascending (domain.md 3.5). When a cycle was finished in between, the
 * rest of it comes first (3.7). Another series is another story: nothing to celebrate from a comparison of the two.
 */
export function newUnlocks(former: Ladder, next: Ladder): Unlock[] {
  if (!next.series || former.series?.id !== next.series.id || next.cycle < former.cycle) return [];
  const unlocked = (tiers: readonly HomeTier[]) => tiers.filter(tier => tier.unlockedAt !== null);
  if (next.cycle > former.cycle) {
    const rest = former.tiers.filter(tier => tier.unlockedAt === null);
    return [
      ...rest.map(tier => ({ tier, cycle: former.cycle, ladder: former.tiers })),
      ...unlocked(next.tiers).map(tier => ({ tier, cycle: next.cycle, ladder: next.tiers })),
    ];
  }
  const before = new Set(unlocked(former.tiers).map(tier => tier.id));
  return unlocked(next.tiers)
    .filter(tier => !before.has(tier.id))
    .sort((one, other) => one.threshold - other.threshold)
    .map(tier => ({ tier, cycle: next.cycle, ladder: next.tiers }));
}
