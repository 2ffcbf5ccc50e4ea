import { z } from 'zod';
import { notAwardedReason, parkedReason } from '../events/points/receipt-changed.js';
import { eventId, id, instant, points } from '../scalars.js';
import { receiptItem } from './ledger.js';
import { pageQuery } from './page.js';

/** Events that a request may name one by one. */
export const mostReplayedByName = 1_000;

/** GET /receipts: by reason, or one ambassador's. `from` and `to`: when it happened, `[from, to)`. */
export const receiptQuery = pageQuery
  .extend({
    reason: z.union([notAwardedReason, parkedReason]).optional(),
    programId: id.optional(),
    ambassadorId: id.optional(),
    from: instant.optional(),
    to: instant.optional(),
  })
  .refine(query => query.reason !== undefined || query.ambassadorId !== undefined, {
    error: 'give a reason or an ambassadorId: receipts are listed by one of them',
  });

/** One line of GET /receipts, with whose it is. */
export const brandReceiptItem = z
  .object({
    ...receiptItem.shape,
    ambassador: z.object({ id, name: z.string() }).nullable(),
    programId: id.nullable(),
  })
  .meta({ id: 'BrandReceiptItem' });

export const replayFilter = z.strictObject({
  reason: notAwardedReason,
  programId: id.optional(),
  /** When it happened, `[from, to)`. */
  from: instant.optional(),
  to: instant.optional(),
});

/** POST /receipts/replay (domain.md 2.7): chosen events, or all that a filter finds. */
export const replayReceipts = z
  .strictObject({
    eventIds: z.array(eventId).min(1).max(mostReplayedByName).optional(),
    filter: replayFilter.optional(),
    preview: z.boolean().default(false),
  })
  .refine(body => (body.eventIds === undefined) !== (body.filter === undefined), {
    error: 'give eventIds or a filter, and not both',
  })
  .meta({ id: 'ReplayReceipts' });

/** What became, or would become, of those that are not awarded. */
const others = z.array(z.object({ reason: z.string(), events: z.int() }));

export const replayPreviewed = z.object({ wouldAward: z.int(), points, others });
export const replayDone = z.object({ replayed: z.int(), points, others });

/** POST /receipts/replay of more than are judged at once, and GET /receipts/replays/{id}: how far it has come. */
export const replayProgress = z
  .object({
    id,
    preview: z.boolean(),
    status: z.enum(['running', 'done']),
    /** Events judged so far, of about so many. */
    judged: z.int(),
    total: z.int(),
    /** Once it is done, as a smaller one answers at once. */
    wouldAward: z.int().optional(),
    replayed: z.int().optional(),
    points,
    others,
  })
  .meta({ id: 'ReplayProgress' });

export const replayAnswer = z.union([replayPreviewed, replayDone]).meta({ id: 'ReplayAnswer' });

export type ReceiptQuery = z.infer<typeof receiptQuery>;
export type BrandReceiptItem = z.infer<typeof brandReceiptItem>;
export type ReplayFilter = z.infer<typeof replayFilter>;
export type ReplayReceipts = z.infer<typeof replayReceipts>;
export type ReplayAnswer = z.infer<typeof replayAnswer>;
export type ReplayProgress = z.infer<typeof replayProgress>;
