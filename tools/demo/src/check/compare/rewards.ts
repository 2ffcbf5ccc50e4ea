import type { RewardSpec } from '../../brands/brand-spec.js';
import type { Difference, DifferenceKind } from '../difference.js';
import type { ExpectedAmbassador } from '../expected.js';
import type { ObservedAmbassador, ObservedReward } from '../observed.js';
import { unmatched } from './multiset.js';

/** One reward for each unlock and reward of the tier, which has come to its end (domain.md 4.2). */
export function compareRewards(expected: ExpectedAmbassador, observed: ObservedAmbassador): Difference[] {
  const about = (kind: DifferenceKind, detail: string) => ({ kind, ambassador: expected.externalId, detail });
  const { missing, extra } = unmatched(
    promised(expected),
    observed.rewards,
    item => `${item.tier} 1 ${item.reward.type}`,
    item => `${item.tier} ${item.cycle} ${item.type}`,
  );
  const undone = observed.rewards.filter(reward => !isDone(reward));
  return [
    ...missing.map(item => about('reward_missing', `${item.reward.type} of ${item.tier}`)),
    ...extra.map(item => about('reward_extra', wordsOf(item))),
    ...undone.map(reward =>
      about(reward.type === 'shopify_product' ? 'reward_not_ordered' : 'reward_not_issued', wordsOf(reward)),
    ),
  ];
}

/** What the tiers reached promise, each with its tier's name. */
export function promised({ unlocks }: ExpectedAmbassador): { tier: string; reward: RewardSpec }[] {
  return unlocks.flatMap(tier => tier.rewards.map(reward => ({ tier: tier.name, reward })));
}

export function wordsOf({ type, tier, cycle, status, code, orderName }: ObservedReward): string {
  const what = type === 'shopify_product' ? (orderName ?? 'without an order') : (code ?? 'without a code');
  return `${type} of ${tier}, cycle ${cycle}: ${status} ${what}`;
}

function isDone({ type, status, code, orderName }: ObservedReward): boolean {
  return type === 'shopify_product'
    ? status === 'ordered' && orderName !== null
    : status === 'issued' && code !== null;
}
