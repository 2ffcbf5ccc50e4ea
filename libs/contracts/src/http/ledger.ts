import { z } from 'zod';
import { entryKind } from '../events/points/entry-posted.js';
import {
  notAwardedReason,
  parkedReason,
  receiptStatus,
  reviewReason,
} from '../events/points/receipt-changed.js';
import { id, instant, points } from '../scalars.js';
import { attributionView } from './attribution.js';

/** GET /ambassadors/{id}/ledger, one row (domain.md 2.14, 2.15). `rule`: as frozen when it was judged. */
export const ledgerItem = z
  .object({
    id,
    seq: z.int(),
    kind: entryKind,
    programId: id.nullable(),
    seriesId: id.nullable(),
    pendingDelta: points,
    availableDelta: points,
    eventId: z.string(),
    occurredAt: instant,
    postedAt: instant,
    reason: z.string().nullable(),
    rule: z.unknown(),
  })
  .meta({ id: 'LedgerItem' });

/** GET /receipts/{eventId} (domain.md 2.18). */
export const receipt = z
  .object({
    eventId: z.string(),
    status: receiptStatus,
    points: points.optional(),
    reason: z.union([notAwardedReason, parkedReason, reviewReason]).optional(),
    entryId: id.optional(),
    at: instant,
    /** Of a sale that a shop told of: how it was found to be somebody's. */
    attribution: attributionView.optional(),
  })
  .meta({ id: 'Receipt' });

/** GET /ambassadors/{id}/receipts, one line: what became of each event of one person, newest first. */
export const receiptItem = z
  .object({
    ...receipt.omit({ attribution: true }).shape,
    activity: z.string(),
    /** What it was about, in words: "Post a story", "Order 1042". */
    title: z.string(),
    /** Why it gave nothing or waits, and what to do about it; null where nothing needs saying. */
    explanation: z.string().nullable(),
    occurredAt: instant,
    /** Of a sale that a shop told of: how it was found to be theirs, in words. */
    foundBy: z.string().optional(),
  })
  .meta({ id: 'ReceiptItem' });

export type LedgerItem = z.infer<typeof ledgerItem>;
export type Receipt = z.infer<typeof receipt>;
export type ReceiptItem = z.infer<typeof receiptItem>;
