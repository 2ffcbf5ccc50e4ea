import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { id, instant, points } from '../../scalars.js';

/**
 * An admin added or took points, with a reason that the ambassador sees (domain.md 2.10). The row itself is an
 * entry.posted; the reason is a person's text, so it is here, where it is not kept for ever.
 */
export const adjustmentPosted = defineEvent({
  type: 'com.cairn.points.adjustment.posted.v1',
  summary: 'An admin added points to an ambassador’s ledger, or took some, for a reason.',
  data: z.object({
    entryId: id,
    ambassadorId: id,
    /** The row's own; no outside event has it. */
    eventId: z.string().min(1),
    /** Below 0: taken. */
    points,
    reason: z.string().min(1),
    occurredAt: instant,
  }),
  example: {
    entryId: '7d444840-9dc0-51d1-b245-5ffdce74fad3',
    ambassadorId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01',
    eventId: 'adjustment:0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a05',
    points: 50,
    reason: 'For your help at the fair',
    occurredAt: '2026-11-01T10:00:00.000Z',
  },
});
