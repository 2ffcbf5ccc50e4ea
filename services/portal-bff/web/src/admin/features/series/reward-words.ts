import type { Reward } from '@cairn/contracts/reward';
import { rewardWords } from '@cairn/contracts/words/reward-words';
import { variantNumber } from './variant-number.js';

interface Sources {
  currency: string;
  exponent: number;
  /** Names of code pools by their ids, titles of products by their variants' numbers, as far as they are known. */
  pools: ReadonlyMap<string, string>;
  products: ReadonlyMap<string, string>;
}

/** A reward in words, and beside it how it comes about: "20% off" · "code from Shopify, good for 60 days". */
export function rewardLine(reward: Reward, sources: Sources): { what: string; how: string } {
  const what = rewardWords(reward, sources.currency, sources.exponent);
  switch (reward.type) {
    case 'manual_product':
      return { what, how: 'fulfilled by hand' };
    case 'custom':
      return { what, how: reward.description || 'fulfilled by hand' };
    case 'shopify_product':
      return {
        what: sources.products.get(variantNumber(reward.variantId)) ?? what,
        how: reward.choice ? 'ordered in Shopify; they choose the variant' : 'ordered in Shopify by itself',
      };
    case 'discount_code': {
      const from =
        reward.source === 'shopify'
          ? 'code from Shopify'
          : `code from the pool ${sources.pools.get(reward.poolId ?? '') ?? ''}`.trimEnd();
      return { what, how: reward.expiresInDays ? `${from}, good for ${reward.expiresInDays} days` : from };
    }
  }
}
