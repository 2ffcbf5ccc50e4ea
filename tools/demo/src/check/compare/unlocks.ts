import type { Difference, DifferenceKind } from '../difference.js';
import type { ExpectedAmbassador } from '../expected.js';
import type { ObservedAmbassador, ObservedUnlock } from '../observed.js';
import { unmatched } from './multiset.js';

/** Each tier reached, once, and in ascending order (domain.md 3.5). */
export function compareUnlocks(expected: ExpectedAmbassador, observed: ObservedAmbassador): Difference[] {
  const { series } = expected;
  const wanted = expected.unlocks.map(tier => ({ seriesId: series.id, cycle: 1, tier: tier.name }));
  const { missing, extra } = unmatched(wanted, observed.unlocks, words, words);
  const about = (kind: DifferenceKind, detail: string) => ({ kind, ambassador: expected.externalId, detail });
  const found = [
    ...missing.map(unlock => about('unlock_missing', words(unlock))),
    ...extra.map(unlock => about('unlock_extra', words(unlock))),
  ];
  const place = new Map(series.tiers.map((tier, index) => [tier.name, index]));
  const inTime = [...observed.unlocks].sort(
    (a, b) =>
      Date.parse(a.unlockedAt) - Date.parse(b.unlockedAt) ||
      (place.get(a.tier) ?? 0) - (place.get(b.tier) ?? 0),
  );
  if (
    inTime.some((unlock, i) => i > 0 && (place.get(unlock.tier) ?? 0) < (place.get(inTime[i - 1]!.tier) ?? 0))
  ) {
    found.push(about('unlock_order', inTime.map(unlock => `${unlock.tier} ${unlock.unlockedAt}`).join(', ')));
  }
  return found;
}

function words(unlock: Omit<ObservedUnlock, 'unlockedAt'>): string {
  return `${unlock.tier} of cycle ${unlock.cycle}, series ${unlock.seriesId}`;
}
