import type { Tier } from '@cairn/contracts/tier';
import type { Progress } from './progress.js';

export interface ShownTier {
  tierId: string;
  unlockedAt: string;
  deficit: number;
}

/**
 * The tiers unlocked in this cycle, ascending; the deficit is threshold − points where that is above 0 (3.6). A tier
 * that a later version took out stays, without one, and a threshold that was raised puts nobody under it (3.8).
 */
export function withDeficits(progress: Progress, tiers: readonly Tier[]): ShownTier[] {
  const thresholds = new Map(tiers.map(tier => [tier.id, tier.threshold]));
  return progress.unlocked
    .map(tier => ({ ...tier, now: thresholds.get(tier.tierId) }))
    .sort((a, b) => (a.now ?? a.threshold) - (b.now ?? b.threshold))
    .map(({ tierId, threshold, unlockedAt, now }) => ({
      tierId,
      unlockedAt,
      deficit: now === undefined ? 0 : Math.max(0, Math.min(now, threshold) - progress.points),
    }));
}

/** Whether the same unlocked tiers are in a deficit; a cycle that ends leaves none behind. */
export function isUnderAsBefore(before: Progress, after: Progress, tiers: readonly Tier[]): boolean {
  const under = (progress: Progress) =>
    withDeficits(progress, tiers)
      .filter(tier => tier.deficit > 0)
      .map(tier => tier.tierId)
      .join(' ');
  return under(before) === under(after);
}
