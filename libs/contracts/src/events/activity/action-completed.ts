import { z } from 'zod';
import { ambassadorRef } from '../../ambassador-ref.js';
import { defineEvent } from '../../envelope.js';

/** An ambassador did one of the program's tasks (domain.md 2.1). `proofUrl` is as it came; points compares it (2.4). */
export const actionCompleted = defineEvent({
  type: 'com.cairn.activity.action.completed.v1',
  summary: 'An ambassador completed an action.',
  data: z.object({
    ambassador: ambassadorRef,
    /** As the client sent it; one that names no action is `unknown_action`. */
    actionId: z.string().min(1),
    proofUrl: z.string().optional(),
    text: z.string().optional(),
    /** The platform's paid-partnership flag is on (2.3). */
    paidPartnership: z.boolean().optional(),
  }),
  example: {
    ambassador: { by: 'externalId', value: 'cust-42' },
    actionId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a11',
    proofUrl: 'https://www.tiktok.com/@ada/video/1',
    text: 'love it #ad',
  },
});
