import type { HomeState } from '@cairn/contracts/http/home';
import { countedPoints, listed, spokenPoints } from '../../../../shared/features/wording/numbers.js';

/** What the phone shows, in a sentence: "At 760 points: Bronze and Silver are set. 240 to Gold: 20% off." */
export function previewWords({ points, tiers, nextTier }: HomeState, locale: string): string {
  const set = tiers.filter(tier => tier.unlockedAt !== null).map(tier => tier.name);
  const reached =
    set.length === 0 ? 'no tier is set yet' : `${listed(set)} ${set.length === 1 ? 'is' : 'are'} set`;
  const next = nextTier
    ? ` ${spokenPoints(nextTier.missing, locale)} to ${nextTier.name}${nextTier.rewards.length > 0 ? `: ${listed(nextTier.rewards)}` : ''}.`
    : ' That is the top.';
  return `At ${countedPoints(points, locale)}: ${reached}.${next}`;
}
