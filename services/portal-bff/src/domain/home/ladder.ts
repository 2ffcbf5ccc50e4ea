import type { HomeState, HomeTier } from '@cairn/contracts/http/home';
import type { Tier } from '@cairn/contracts/tier';
import { rewardWords } from '@cairn/contracts/words/reward-words';
import type { ProgressState } from './rows.js';

type Currency = { currency: string; currencyExponent: number };

export type Ladder = Pick<HomeState, 'tiers' | 'currentTier' | 'nextTier'>;

/**
 * The tiers of the current cycle, ascending (domain.md 3.5, 3.6). An unlocked tier stays unlocked, with a deficit where
 * progress fell under it; the next tier is the first that was never unlocked in this cycle, null at the top. Tiers
 * that a later version removed are not shown.
 */
export function ladder(tiers: readonly Tier[], progress: ProgressState | null, brand: Currency): Ladder {
  const points = progress?.points ?? 0;
  const unlocked = new Map(progress?.unlocked.map(unlock => [unlock.tierId, unlock]));
  const shown = tiers
    .toSorted((a, b) => a.threshold - b.threshold)
    .map<HomeTier>(tier => ({
      id: tier.id,
      name: tier.name,
      threshold: tier.threshold,
      medal: tier.medal,
      description: tier.description,
      unlockedAt: unlocked.get(tier.id)?.unlockedAt ?? null,
      deficit: deficitOf(tier, unlocked.get(tier.id), points),
      rewards: tier.rewards.map(reward => rewardWords(reward, brand.currency, brand.currencyExponent)),
    }));
  return {
    tiers: shown,
    currentTier: currentTier(shown.findLast(tier => tier.unlockedAt !== null)),
    nextTier: nextTier(
      shown.find(tier => tier.unlockedAt === null),
      points,
    ),
  };
}

/** As milestones told it: a threshold that was raised since puts nobody under it, one that was lowered helps (3.8). */
function deficitOf(tier: Tier, unlock: { deficit: number } | undefined, points: number): number {
  return unlock === undefined ? 0 : Math.min(unlock.deficit, Math.max(0, tier.threshold - points));
}

function currentTier(tier: HomeTier | undefined): Ladder['currentTier'] {
  if (tier === undefined) return null;
  const { id, name, threshold, medal } = tier;
  return { id, name, threshold, medal };
}

/** Nothing is missing where the points are there and the unlock waits, as in a paused series (3.2). */
function nextTier(tier: HomeTier | undefined, points: number): Ladder['nextTier'] {
  if (tier === undefined) return null;
  const { id, name, threshold, medal, rewards } = tier;
  return { id, name, threshold, medal, missing: Math.max(0, threshold - points), rewards };
}
