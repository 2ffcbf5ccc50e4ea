import { z } from 'zod';
import { minorUnits } from '../scalars.js';

/** A discount code made in the connected shop (domain.md 4.1, 4.3). The other types join this union with their services. */
const discountCodeInput = z
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

/** What a request may promise for a tier. */
export const rewardInput = z.discriminatedUnion('type', [discountCodeInput]);
