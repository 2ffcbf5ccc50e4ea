import { z } from 'zod';
import { referralRule } from '../referral-rule.js';
import { id, points, rate } from '../scalars.js';

/** PUT /programs/{id}/referral-rule. The tiered mode of domain.md 2.6 joins this union with what judges it. */
export const referralRuleInput = z
  .discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('flat'), points: points.min(0).max(1_000_000_000) }),
    z.strictObject({ mode: z.literal('fixed'), rate }),
  ])
  .meta({ id: 'ReferralRuleInput' });

/** GET and PUT /programs/{id}/referral-rule; null while the program has none. */
export const programRule = z
  .object({ programId: id, rule: referralRule.nullable() })
  .meta({ id: 'ProgramReferralRule' });

export type ReferralRuleInput = z.infer<typeof referralRuleInput>;
