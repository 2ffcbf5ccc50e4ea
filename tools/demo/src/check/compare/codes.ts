import type { DiscountCode } from '../../brands/brand-spec.js';
import type { Difference, DifferenceKind } from '../difference.js';
import type { ExpectedAmbassador } from '../expected.js';
import type { ObservedAmbassador, ObservedDiscount } from '../observed.js';
import { promised, wordsOf } from './rewards.js';

/**
 * In the shop one code for each reward that has one, for this customer alone, worth what the tier says, and no other
 * (domain.md 4.3, 4.6).
 */
export function compareCodes(expected: ExpectedAmbassador, observed: ObservedAmbassador): Difference[] {
  const about = (kind: DifferenceKind, detail: string) => ({ kind, ambassador: expected.externalId, detail });
  const found: Difference[] = [];
  const held = Map.groupBy(observed.discounts, discount => discount.code);
  const issued = observed.rewards.filter(reward => reward.code !== null);
  for (const reward of issued) {
    const [discount, second] = held.get(reward.code!) ?? [];
    if (!discount) found.push(about('code_missing_in_shop', wordsOf(reward)));
    else if (second) found.push(about('code_twice', wordsOf(reward)));
    else {
      const terms = promised(expected).flatMap(item =>
        item.tier === reward.tier && item.reward.type === 'discount_code' ? [item.reward] : [],
      );
      const alone = discount.emails.length === 1 && discount.emails[0] === expected.email;
      if (!alone || !terms.some(term => isWorth(discount, term))) {
        found.push(
          about('code_of_another_worth', `${wordsOf(reward)}; the shop has ${JSON.stringify(discount)}`),
        );
      }
    }
  }
  const known = new Set(issued.map(reward => reward.code));
  for (const { code } of observed.discounts) {
    if (!known.has(code)) found.push(about('code_extra_in_shop', `${code} is no reward's`));
  }
  for (const [code, rewardsOfCode] of Map.groupBy(issued, reward => reward.code)) {
    if (rewardsOfCode.length > 1)
      found.push(about('code_twice', `${code} is of ${rewardsOfCode.map(wordsOf).join(' and ')}`));
  }
  return found;
}

function isWorth(discount: ObservedDiscount, reward: DiscountCode): boolean {
  return (
    discount.percent === (reward.percent ?? null) &&
    discount.amount === (reward.amount ?? null) &&
    discount.minSubtotal === (reward.minSubtotal ?? null) &&
    lastsAbout(discount.lastsDays, reward.expiresInDays ?? null)
  );
}

/** To a day: whether it ends at the hour or with the day is the shop's affair. */
function lastsAbout(days: number | null, wanted: number | null): boolean {
  return days === null || wanted === null ? days === wanted : Math.abs(days - wanted) <= 1;
}
