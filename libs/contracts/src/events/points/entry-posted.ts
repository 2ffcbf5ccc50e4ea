import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { id, instant, points } from '../../scalars.js';

export const entryKind = z.enum([
  'action',
  'campaign_join',
  'campaign_completion',
  'referral',
  'release',
  'reversal',
  'adjustment',
]);

export type EntryKind = z.infer<typeof entryKind>;

/**
 * A row of an ambassador's ledger (domain.md 2.14 to 2.17). The aggregate is the ambassador's ledger and the
 * version its `seq`. Kept for ever, so it carries ids only.
 */
export const entryPosted = defineEvent({
  type: 'com.cairn.points.entry.posted.v1',
  summary: 'A row was appended to an ambassador’s ledger.',
  data: z.object({
    entryId: id,
    ambassadorId: id,
    seq: z.int().min(1),
    kind: entryKind,
    programId: id.nullable(),
    /** The series that let the original earn; progress counts there for ever (2.17). Null: counts in none. */
    seriesId: id.nullable(),
    pendingDelta: points,
    availableDelta: points,
    /** The balance after this row: state, so that a reader need not sum. */
    pending: points,
    available: points,
    /** When the earliest hold that is still open ends; null when nothing is held. */
    pendingUntil: instant.nullable(),
    eventId: z.string().min(1),
    /** The row that a release or reversal moves. */
    originalEntryId: id.nullable(),
    occurredAt: instant,
    postedAt: instant,
    /** Loaded history (1.6): unlocks by this row send no mail and hold their rewards. */
    quiet: z.boolean(),
    /**
     * What the row's event took from all others of the brand: `order:<orderId>`, or `proof:` and an id derived from the
     * action and the address. A restored ledger tells by it whose it is (ADR 26).
     */
    claim: z.string().min(1).nullable().optional(),
  }),
  example: {
    entryId: '7d444840-9dc0-51d1-b245-5ffdce74fad2',
    ambassadorId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01',
    seq: 1,
    kind: 'referral',
    programId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02',
    seriesId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a03',
    pendingDelta: 0,
    availableDelta: 19,
    pending: 0,
    available: 19,
    pendingUntil: null,
    eventId: 'evt-1',
    originalEntryId: null,
    occurredAt: '2026-11-01T10:00:00.000Z',
    postedAt: '2026-11-01T10:00:00.120Z',
    quiet: false,
    claim: 'order:o1',
  },
});
