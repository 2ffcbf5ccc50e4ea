import { z } from 'zod';
import { referralRule, tierMetric } from '../referral-rule.js';
import { id, minorUnits, points, rate } from '../scalars.js';

const flatPoints = points.min(0).max(1_000_000_000);

/** A tier gives points or goes by a rate. */
const tier = z
  .strictObject({
    /** Sales, or minor units of the brand's currency; the tier reaches up to the next one's. */
    from: minorUnits,
    points: flatPoints.optional(),
    rate: rate.optional(),
  })
  .refine(of => (of.points === undefined) !== (of.rate === undefined), {
    error: 'give points or a rate, and not both',
  });

const tiered = z.strictObject({
  mode: z.literal('tiered'),
  metric: tierMetric,
  /** Of earlier sales: how many days of 24 hours before the sale count; null: all. Nothing to `order_amount`. */
  lookbackDays: z.int().min(1).max(36_500).nullable().default(null),
  tiers: z
    .array(tier)
    .min(1)
    .max(50)
    .refine(tiers => tiers.every(({ from }, index) => index === 0 || from > tiers[index - 1]!.from), {
      error: 'tiers begin in ascending order, each above the one before',
    }),
});

/** PUT /programs/{id}/referral-rule, in each mode of domain.md 2.6. */
export const referralRuleInput = z
  .discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('flat'), points: flatPoints }),
    z.strictObject({ mode: z.literal('fixed'), rate }),
    tiered,
  ])
  .meta({ id: 'ReferralRuleInput' });

/** GET and PUT /programs/{id}/referral-rule; null while the program has none. */
export const programRule = z
  .object({ programId: id, rule: referralRule.nullable() })
  .meta({ id: 'ProgramReferralRule' });

export type ReferralRuleInput = z.infer<typeof referralRuleInput>;
