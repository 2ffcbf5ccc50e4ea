import { z } from 'zod';
import { rate } from '../scalars.js';

/** PUT /programs/{id}/referral-rule. The other modes of domain.md 2.6 join this union with the rules that judge them. */
export const referralRuleInput = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('fixed'), rate }),
]);
