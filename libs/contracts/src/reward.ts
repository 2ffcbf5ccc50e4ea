import { z } from 'zod';
import { minorUnits } from './scalars.js';

/**
 * A discount code made in the connected shop (domain.md 4.1, 4.3): single customer, derived from the grant.
 * `percent` is 1 to 100; `amount` and `minSubtotal` are minor units of the brand's currency.
 */
export const discountCodeReward = z
  .strictObject({
    type: z.literal('discount_code'),
    source: z.literal('shopify'),
    percent: z.int().min(1).max(100).optional(),
    amount: minorUnits.min(1).optional(),
    minSubtotal: minorUnits.optional(),
    expiresInDays: z.int().min(1).max(3650).optional(),
  })
  .refine(reward => (reward.percent === undefined) !== (reward.amount === undefined), {
    message: 'give either percent or amount',
    path: ['percent'],
  });

/** What a tier gives. Further types of domain.md 4.1 join this union beside the first. */
export const reward = z.discriminatedUnion('type', [discountCodeReward]);

export type Reward = z.infer<typeof reward>;
export type DiscountCodeReward = z.infer<typeof discountCodeReward>;

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
