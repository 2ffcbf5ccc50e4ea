import { z } from 'zod';
import { id, minorUnits } from './scalars.js';

/** What one costs the brand, for what-if figures; ambassadors are not shown it. */
const cost = minorUnits.optional();

/**
 * The four types of domain.md 4.1 as a published version holds them. Open objects: a reader ignores what it does not
 * know. What a request may say is in http/reward-input.ts. `percent` is 1 to 100; `amount`, `minSubtotal` and `cost`
 * are minor units of the brand's currency.
 */
const discountCode = z.object({
  type: z.literal('discount_code'),
  source: z.enum(['shopify', 'pool']),
  poolId: id.optional(),
  /** The shop whose code it is; without one the brand's primary shop. */
  shopId: id.optional(),
  percent: z.int().min(1).max(100).optional(),
  amount: minorUnits.min(1).optional(),
  minSubtotal: minorUnits.optional(),
  expiresInDays: z.int().min(1).max(3650).optional(),
  /** How often the one customer may use it; 1 where it is not said. */
  uses: z.int().min(1).max(1_000).optional(),
  cost,
});

const manualProduct = z.object({ type: z.literal('manual_product'), name: z.string().min(1), cost });

const custom = z.object({
  type: z.literal('custom'),
  title: z.string().min(1),
  description: z.string(),
  cost,
});

const shopifyProduct = z.object({
  type: z.literal('shopify_product'),
  variantId: z.string().min(1),
  /** What people read; without one it is "A free product". */
  title: z.string().optional(),
  choice: z.boolean().optional(),
  cost,
});

export const rewardType = z.enum(['discount_code', 'manual_product', 'custom', 'shopify_product']);

/** What a tier gives. */
export const reward = z.discriminatedUnion('type', [discountCode, manualProduct, custom, shopifyProduct]);

export type Reward = z.infer<typeof reward>;
export type DiscountCodeReward = z.infer<typeof discountCode>;
export type ShopifyProductReward = z.infer<typeof shopifyProduct>;

/** A grant's life (domain.md 4.2). */
export const grantStatus = z.enum([
  'pending',
  'issued',
  'ordered',
  'needs_fulfilment',
  'fulfilled',
  'waiting_for_codes',
  'claimable',
  'held',
  'needs_attention',
  'cancelled',
]);

export type GrantStatus = z.infer<typeof grantStatus>;
