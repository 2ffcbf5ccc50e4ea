import type { HomeState } from '@cairn/contracts/http/home';
import { countedPoints, listed, spokenPoints } from '../../../shared/features/wording/numbers.js';

type Tier = HomeState['tiers'][number];
type Ladder = Pick<HomeState, 'points' | 'nextTier' | 'tiers'>;

/** How full the next stone is, from 0 (at or below zero points) to 1; 1 at the top. */
export function fractionToNext({ points, nextTier }: Pick<HomeState, 'points' | 'nextTier'>): number {
  if (!nextTier) return 1;
  return Math.min(1, Math.max(0, points / nextTier.threshold));
}

/** "240 to Gold" and what it gives: "20% off"; null at the top. */
export function missingWords({ nextTier }: Pick<HomeState, 'nextTier'>, locale: string) {
  if (!nextTier) return null;
  return {
    missing: spokenPoints(nextTier.missing, locale),
    name: nextTier.name,
    gives: nextTier.rewards.length > 0 ? listed(nextTier.rewards) : null,
  };
}

/** What refunds and corrections have taken back, without blame (domain.md 3.4, 3.6). */
export function shortfallWords({ points, tiers }: Ladder, locale: string): string[] {
  const words: string[] = [];
  if (points < 0) {
    const below = countedPoints(-points, locale);
    words.push(
      `You are ${below} below zero after a refund or a correction. New points make up for it first.`,
    );
  }
  const short = tiers.filter(tier => tier.unlockedAt !== null && tier.deficit > 0);
  const highest = short[short.length - 1];
  if (highest) {
    const stay = `${listed(short.map(tier => tier.name))} ${short.length === 1 ? 'stays' : 'stay'} yours.`;
    const [missing, mark] = [countedPoints(highest.deficit, locale), spokenPoints(highest.threshold, locale)];
    words.push(`${stay} After a refund or a correction you are ${missing} under ${highest.name}’s ${mark}.`);
  }
  return words;
}

export type Standing = 'set' | 'next' | 'later';

/** Where a tier stands: an unlocked one stays set, whatever the points do since (domain.md 3.6). */
export function standing(tier: Tier, nextTier: HomeState['nextTier']): Standing {
  if (tier.unlockedAt !== null) return 'set';
  return tier.id === nextTier?.id ? 'next' : 'later';
}

/** The whole progress in one sentence, for the bar's value text. */
export function barWords(state: Ladder, locale: string): string {
  const points = `${spokenPoints(state.points, locale)} points`;
  const words = missingWords(state, locale);
  if (!words) return `${points}, every tier reached`;
  return `${points}, ${words.missing} to ${words.name}${words.gives ? `: ${words.gives}` : ''}`;
}
