import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { reward } from '../../reward.js';
import { id, instant, points } from '../../scalars.js';
import { tier } from '../../tier.js';

/** A tier was reached (domain.md 3.5). The aggregate is the unlock, version 1: it happens once. */
export const tierUnlocked = defineEvent({
  type: 'com.cairn.milestones.tier.unlocked.v1',
  summary: 'An ambassador unlocked a tier.',
  data: z.object({
    unlockId: id,
    ambassadorId: id,
    programId: id.nullable(),
    series: z.object({ id, name: z.string(), version: z.int().min(1) }),
    cycle: z.int().min(1),
    /** The published version's tier, frozen (4.2). */
    tier,
    /** The next tier above, for the mail's "what comes next"; null at the top. */
    nextTier: z.object({ id, name: z.string(), threshold: points }).nullable(),
    points,
    /** The grants to expect, one a reward, in the tier's order; the mail waits for them (5.1). */
    grants: z.array(z.object({ grantId: id, reward })),
    entryId: id.nullable(),
    quiet: z.boolean(),
    unlockedAt: instant,
  }),
  example: {
    unlockId: '0b5a1f3e-9dc0-51d1-b245-5ffdce74fad2',
    ambassadorId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01',
    programId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02',
    series: { id: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a03', name: 'Climb', version: 1 },
    cycle: 1,
    tier: {
      id: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a04',
      name: 'Bronze',
      threshold: 250,
      medal: { preset: 'bronze' },
      description: '',
      email: null,
      rewards: [{ type: 'discount_code', source: 'shopify', percent: 10 }],
    },
    nextTier: { id: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a05', name: 'Silver', threshold: 500 },
    points: 540,
    grants: [
      {
        grantId: '1c6b2f4e-9dc0-51d1-b245-5ffdce74fad2',
        reward: { type: 'discount_code', source: 'shopify', percent: 10 },
      },
    ],
    entryId: '7d444840-9dc0-51d1-b245-5ffdce74fad2',
    quiet: false,
    unlockedAt: '2026-11-01T10:00:00.200Z',
  },
});
