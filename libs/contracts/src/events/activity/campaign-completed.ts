import { z } from 'zod';
import { ambassadorRef } from '../../ambassador-ref.js';
import { defineEvent } from '../../envelope.js';

/** An ambassador completed a campaign; without a recorded join it records the join too (domain.md 2.5). */
export const campaignCompleted = defineEvent({
  type: 'com.cairn.activity.campaign.completed.v1',
  summary: 'An ambassador completed a campaign.',
  data: z.object({ ambassador: ambassadorRef, campaignId: z.string().min(1) }),
  example: {
    ambassador: { by: 'externalId', value: 'cust-42' },
    campaignId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a12',
  },
});
