import type { RewardKind } from './builder/form.js';

interface RewardKindWords {
  kind: RewardKind;
  name: string;
  /** Who does what. */
  words: string;
}

/** The four types of domain.md 4.1, as the builder offers them. */
export const rewardKinds: readonly RewardKindWords[] = [
  {
    kind: 'discount_code',
    name: 'Discount code',
    words: 'Made in Shopify or drawn from a pool, mailed at once',
  },
  { kind: 'shopify_product', name: 'Shopify product', words: 'Ordered at 100% off, by itself' },
  { kind: 'manual_product', name: 'Product by hand', words: 'Lands in your fulfilment queue' },
  { kind: 'custom', name: 'Something else', words: 'An invitation, a call: you fulfil it by hand' },
];

export const rewardKindName = (kind: RewardKind) => rewardKinds.find(one => one.kind === kind)?.name ?? kind;
