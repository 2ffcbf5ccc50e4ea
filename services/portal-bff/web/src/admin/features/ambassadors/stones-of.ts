import type { Progress } from '@cairn/contracts/http/progress';
import type { CairnStone } from '../../../shared/features/cairn/components/cairn.js';

/** A person's tiers as stones: set, the next one, those to come (domain.md 3.6: the first never unlocked is next). */
export function stonesOf({ tiers, nextTier }: Pick<Progress, 'tiers' | 'nextTier'>): CairnStone[] {
  return tiers.map(({ id, name, medal, unlockedAt }) => ({
    id,
    name,
    medal,
    state: unlockedAt !== null ? 'set' : id === nextTier?.id ? 'next' : 'later',
  }));
}

/** How much of the way to the next tier is done, 0 to 1, from the tier before it; 1 at the top. */
export function fractionOf({
  points,
  nextTier,
  tiers,
}: Pick<Progress, 'points' | 'nextTier' | 'tiers'>): number {
  if (nextTier === null) return 1;
  const before = tiers.filter(({ threshold }) => threshold < nextTier.threshold).map(tier => tier.threshold);
  const from = Math.max(0, ...before);
  return Math.min(1, Math.max(0, (points - from) / (nextTier.threshold - from)));
}
