import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { grantStatus, reward } from '../../reward.js';
import { id, instant } from '../../scalars.js';

/** A grant's whole state (domain.md 4.2). The aggregate is the grant. */
export const grantChanged = defineEvent({
  type: 'com.cairn.rewards.grant.changed.v1',
  summary: 'A reward granted to an ambassador changed.',
  data: z.object({
    grantId: id,
    unlockId: id,
    ambassadorId: id,
    seriesId: id,
    tier: z.object({ id, name: z.string() }),
    cycle: z.int().min(1),
    reward,
    status: grantStatus,
    heldBecause: z.enum(['quiet', 'deficit']).nullable(),
    code: z.string().nullable(),
    /** When the code stops working; null: never. */
    expiresAt: instant.nullable(),
    /** The shop's name of the order that sends the product, such as #1042. */
    orderName: z.string().nullable().default(null),
    /** When an admin fulfilled it (4.4). */
    fulfilledAt: instant.nullable().default(null),
    /** What the admin who fulfilled it wrote, for the ambassador too. */
    note: z.string().nullable().default(null),
    tracking: z.string().nullable().default(null),
    /** In the shop's own words, when it needs attention (4.7). */
    problem: z.string().nullable(),
    /**
     * Whether progress is under the tier again (3.6), by the revision of it that last changed that; left out where it never
     * was. For rewards itself, after a restore.
     */
    deficit: z.object({ under: z.boolean(), revision: z.int().min(1) }).optional(),
    at: instant,
  }),
  example: {
    grantId: '1c6b2f4e-9dc0-51d1-b245-5ffdce74fad2',
    unlockId: '0b5a1f3e-9dc0-51d1-b245-5ffdce74fad2',
    ambassadorId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01',
    seriesId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a03',
    tier: { id: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a04', name: 'Bronze' },
    cycle: 1,
    reward: { type: 'discount_code', source: 'shopify', percent: 10 },
    status: 'issued',
    heldBecause: null,
    code: 'CAIRN-7QF2-9KXM-3TVD',
    expiresAt: null,
    orderName: null,
    fulfilledAt: null,
    note: null,
    tracking: null,
    problem: null,
    at: '2026-11-01T10:00:00.500Z',
  },
});
