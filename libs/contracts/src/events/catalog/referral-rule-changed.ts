import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { referralRule } from '../../referral-rule.js';
import { id } from '../../scalars.js';

export const referralRuleChanged = defineEvent({
  type: 'com.cairn.catalog.referral-rule.changed.v1',
  summary: 'A program’s referral rule changed.',
  data: z.object({ programId: id, rule: referralRule }),
  example: { programId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02', rule: { mode: 'fixed', rate: '0.25' } },
});
