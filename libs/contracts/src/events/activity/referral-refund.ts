import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { minorUnits } from '../../scalars.js';

/**
 * Part or all of an order was refunded, or its edit took so much off. Several refunds of one order add up (domain.md 2.9).
 */
export const referralRefund = defineEvent({
  type: 'com.cairn.activity.referral.refund.v1',
  summary: 'A referred order was refunded in part or in whole.',
  data: z.object({
    orderId: z.string().min(1),
    netAmount: minorUnits.min(1),
    /** An edited order was raised again: so much of what its edits had taken off counts once more (domain.md 2.6). */
    restores: z.boolean().optional(),
  }),
  example: { orderId: 'o1', netAmount: 5000 },
});
