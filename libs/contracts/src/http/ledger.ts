import type { EntryKind } from '../events/points/entry-posted.js';
import type { NotAwardedReason, ParkedReason, ReceiptStatus } from '../events/points/receipt-changed.js';

/** GET /ambassadors/{id}/ledger, one row (domain.md 2.14, 2.15). */
export interface LedgerItem {
  id: string;
  seq: number;
  kind: EntryKind;
  programId: string | null;
  seriesId: string | null;
  pendingDelta: number;
  availableDelta: number;
  eventId: string;
  occurredAt: string;
  postedAt: string;
  reason: string | null;
  /** The rule as frozen when the row was judged; null where none applied. */
  rule: unknown;
}

/** GET /receipts/{eventId} (domain.md 2.18). */
export interface Receipt {
  eventId: string;
  status: ReceiptStatus;
  points?: number;
  reason?: NotAwardedReason | ParkedReason;
  entryId?: string;
  at: string;
}
