import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { currency, id, instant, minorUnits, points } from '../../scalars.js';

export const receiptStatus = z.enum([
  'accepted',
  'awarded',
  'held',
  'reversed',
  'in_review',
  'not_awarded',
  'parked',
]);

/** Why nothing was awarded, in the published order of domain.md 2.13; the first that applies is given. */
export const notAwardedReason = z.enum([
  'duplicate_order',
  'unknown_ambassador',
  'unknown_action',
  'unknown_campaign',
  'not_a_member',
  'no_rule',
  'no_live_series',
  'currency_mismatch',
  'campaign_not_running',
  'already_joined',
  'already_completed',
  'duplicate_proof',
  'limit_reached',
  'disclosure_missing',
  'rejected',
  'nothing_to_reverse',
  'zero_points',
]);

/** What a parked event waits for (2.9, 2.19). */
export const parkedReason = z.enum(['waits_for_ambassador', 'waits_for_sale']);

/** What an event in review waits for somebody to look at (2.2, 2.11). */
export const reviewReason = z.enum(['action_review', 'self_referral_review']);

export type ReviewReason = z.infer<typeof reviewReason>;
export type ReceiptStatus = z.infer<typeof receiptStatus>;
export type NotAwardedReason = z.infer<typeof notAwardedReason>;
export type ParkedReason = z.infer<typeof parkedReason>;

/** What became of one accepted event (2.18): did it count, and why. The aggregate is the receipt. */
export const receiptChanged = defineEvent({
  type: 'com.cairn.points.receipt.changed.v1',
  summary: 'The receipt of an accepted event changed.',
  data: z.object({
    eventId: z.string().min(1),
    ambassadorId: id.nullable(),
    activity: z.enum([
      'action.completed',
      'campaign.joined',
      'campaign.completed',
      'referral.sale',
      'referral.refund',
    ]),
    status: receiptStatus,
    reason: z.union([notAwardedReason, parkedReason]).nullable(),
    /** Why it is in review. Not in `reason`, whose values readers of this version take for all there are. */
    review: reviewReason.nullable().optional(),
    points: points.nullable(),
    entryId: id.nullable(),
    /** The action or campaign by name, where the event named one that is known. */
    subject: z
      .object({ kind: z.enum(['action', 'campaign']), id, name: z.string() })
      .nullable()
      .default(null),
    /** The program that it was judged in; null where the ambassador was in none. */
    programId: id.nullable().optional(),
    /** The event whose place and proof this one took, which waited for its disclosure (2.3): it holds nothing any more. */
    replaces: z.string().nullable().optional(),
    order: z.object({ id: z.string(), netAmount: minorUnits, currency: currency.nullable() }).nullable(),
    occurredAt: instant,
    at: instant,
    /** When a held award becomes available; null otherwise. */
    availableAt: instant.nullable(),
  }),
  example: {
    eventId: 'evt-1',
    ambassadorId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01',
    activity: 'referral.sale',
    status: 'awarded',
    reason: null,
    review: null,
    points: 19,
    entryId: '7d444840-9dc0-51d1-b245-5ffdce74fad2',
    subject: null,
    order: { id: 'o1', netAmount: 19999, currency: 'USD' },
    occurredAt: '2026-11-01T10:00:00.000Z',
    at: '2026-11-01T10:00:00.120Z',
    availableAt: null,
  },
});
