import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { id, rate } from '../../scalars.js';

export const programChanged = defineEvent({
  type: 'com.cairn.catalog.program.changed.v1',
  summary: 'A program was made or changed.',
  data: z.object({
    programId: id,
    name: z.string().min(1),
    category: z.string(),
    commissionRate: rate.nullable(),
    /** How long a referral's points stay pending, in days of 24 hours (2.8). */
    holdDays: z.int().min(0),
  }),
  example: {
    programId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02',
    name: 'Friends',
    category: 'referral',
    commissionRate: '0.10',
    holdDays: 0,
  },
});
