import { z } from 'zod';
import type { Api } from '../http/api.js';
import { type ShopVariant, shopVariants } from '../setup/shop-variants.js';
import { type Gift, gifts } from './rosewood.js';

const series = z.object({
  status: z.string(),
  tiers: z.array(z.looseObject({ name: z.string(), rewards: z.array(z.looseObject({ type: z.string() })) })),
});

/** Puts the gifts beside the codes of a series that is still a draft. Put there twice, they are there once. */
export async function addGifts(api: Api, seriesId: string): Promise<void> {
  const path = `/api/v1/series/${seriesId}`;
  const draft = await api.get(path, series);
  if (draft.status !== 'draft') return;
  const variants = await shopVariants(api);
  const tiers = draft.tiers.map(tier => ({
    ...tier,
    rewards: [
      ...tier.rewards.filter(reward => reward.type === 'discount_code'),
      ...(gifts[tier.name] ?? []).map(gift => rewardOf(gift, variants)),
    ],
  }));
  await api.call({ method: 'PATCH', path, body: { tiers }, answer: z.unknown() });
}

function rewardOf(gift: Gift, variants: readonly ShopVariant[]) {
  if (gift.type !== 'shopify_product') return gift;
  const found = variants.find(({ sku }) => sku === gift.sku);
  // A shop of one's own sells other things.
  if (found === undefined) return { type: 'manual_product', name: 'A surprise from our shelves' };
  return { type: gift.type, variantId: found.id, title: found.title };
}
