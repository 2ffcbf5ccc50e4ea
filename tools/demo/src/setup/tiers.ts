import type { RewardSpec, TierSpec } from '../brands/brand-spec.js';
import type { Api } from '../http/api.js';
import { shopVariants } from './shop-variants.js';

/** Tiers as POST /series takes them: a product by its variant's id. Throws where the shop does not sell it. */
export async function tiersOf(api: Api, tiers: readonly TierSpec[]) {
  const isProduct = (reward: RewardSpec) => reward.type === 'shopify_product';
  const variants = tiers.some(tier => tier.rewards.some(isProduct)) ? await shopVariants(api) : [];
  const bySku = new Map(variants.map(({ sku, id }) => [sku, id]));
  const rewardOf = (reward: RewardSpec) => {
    if (reward.type !== 'shopify_product') return reward;
    const { type, sku, title } = reward;
    const variantId = bySku.get(sku);
    if (variantId === undefined) throw new Error(`the brand's shop sells no ${sku}: the stand-in shop does`);
    return { type, variantId, title };
  };
  return tiers.map(tier => ({ ...tier, rewards: tier.rewards.map(rewardOf) }));
}
