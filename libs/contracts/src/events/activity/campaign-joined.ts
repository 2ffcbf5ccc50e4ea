import { z } from 'zod';
import { ambassadorRef } from '../../ambassador-ref.js';
import { defineEvent } from '../../envelope.js';

/** An ambassador joined a campaign (domain.md 2.5). */
export const campaignJoined = defineEvent({
  type: 'com.cairn.activity.campaign.joined.v1',
  summary: 'An ambassador joined a campaign.',
  data: z.object({ ambassador: ambassadorRef, campaignId: z.string().min(1) }),
  example: {
    ambassador: { by: 'externalId', value: 'cust-42' },
    campaignId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a12',
  },
});
