import { z } from 'zod';
import { points, rate } from './scalars.js';

/** So many points a sale. */
const flat = z.object({ mode: z.literal('flat'), points });

/** The fixed rate: points = floor(net amount in major units × rate). */
const fixed = z.object({ mode: z.literal('fixed'), rate });

/** What a tiered rule measures: this order, or the ambassador's earlier sales. */
export const tierMetric = z.enum(['order_amount', 'sales_count', 'sales_amount']);

/** Half-open tiers `[from, next from)`, ascending; each gives points or goes by a rate. `from`: sales, or minor units. */
const tiered = z.object({
  mode: z.literal('tiered'),
  metric: tierMetric,
  lookbackDays: z.int().min(1).nullable(),
  tiers: z.array(z.object({ from: z.int().min(0), points: points.optional(), rate: rate.optional() })),
});

/** How a sale becomes points, in each mode of domain.md 2.6. What a request may say is in http/referral-rule-input.ts. */
export const referralRule = z.discriminatedUnion('mode', [flat, fixed, tiered]);

export type ReferralRule = z.infer<typeof referralRule>;
export type FlatRule = z.infer<typeof flat>;
export type FixedRule = z.infer<typeof fixed>;
export type TieredRule = z.infer<typeof tiered>;
export type ReferralTier = TieredRule['tiers'][number];
