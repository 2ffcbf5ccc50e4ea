import { z } from 'zod';
import { id, minorUnits } from '../scalars.js';

/** What one costs the brand, for what-if figures (POST /series/simulate); ambassadors do not see it. */
const cost = minorUnits.optional();

const discount = {
  type: z.literal('discount_code'),
  cost,
  percent: z.int().min(1).max(100).optional(),
  amount: minorUnits.min(1).optional(),
  minSubtotal: minorUnits.optional(),
  expiresInDays: z.int().min(1).max(3650).optional(),
};

/** A code made in a connected shop: the primary one, or `shopId`'s; `uses`: how often, 1 unless said. Else a code drawn from an uploaded pool (domain.md 4.3). */
const discountCodeInput = z
  .discriminatedUnion('source', [
    z.strictObject({
      ...discount,
      source: z.literal('shopify'),
      shopId: id.optional(),
      uses: z.int().min(1).max(1_000).optional(),
    }),
    z.strictObject({ ...discount, source: z.literal('pool'), poolId: id }),
  ])
  .refine(reward => (reward.percent === undefined) !== (reward.amount === undefined), {
    message: 'give either percent or amount',
    path: ['percent'],
  });

const manualProductInput = z.strictObject({
  type: z.literal('manual_product'),
  name: z.string().trim().min(1).max(200),
  cost,
});

const customInput = z.strictObject({
  type: z.literal('custom'),
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(2000).default(''),
  cost,
});

/** `title`: as people read it. `choice`: the ambassador chooses the variant of the same product in the portal (domain.md 4.5). */
const shopifyProductInput = z.strictObject({
  type: z.literal('shopify_product'),
  variantId: z.string().regex(/^(gid:\/\/shopify\/ProductVariant\/)?\d{1,20}$/, 'a variant’s id of the shop'),
  title: z.string().trim().min(1).max(200).optional(),
  choice: z.boolean().optional(),
  cost,
});

/** What a request may promise for a tier (domain.md 4.1). */
export const rewardInput = z
  .discriminatedUnion('type', [discountCodeInput, manualProductInput, customInput, shopifyProductInput])
  .meta({ id: 'RewardInput' });

export type RewardInput = z.infer<typeof rewardInput>;
