import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import type { ReceiptItem } from '@cairn/contracts/http/ledger';
import { pageOf } from '@cairn/contracts/http/page';
import type { ReceiptState } from '../../domain/home/rows.js';
import { activityLine, type Reader } from '../../domain/words/activity-line.js';

const page = pageOf(receiptChanged.data);

/** Points' receipts of one person, each with its words (domain.md 2.18). @param answer a page of receipts' whole state. */
export function receiptItems(
  answer: unknown,
  reader: Reader,
): { items: ReceiptItem[]; nextCursor: string | null } {
  const { items, nextCursor } = page.parse(answer);
  return { items: items.map(receipt => itemOf(receipt, reader)), nextCursor };
}

export function itemOf(receipt: ReceiptState, reader: Reader): ReceiptItem {
  const { eventId, status, points, entryId, at, activity, occurredAt } = receipt;
  const reason = receipt.reason ?? receipt.review ?? null;
  const { title, explanation } = activityLine(receipt, reader);
  return {
    eventId,
    status,
    ...(points === null ? {} : { points }),
    ...(reason === null ? {} : { reason }),
    ...(entryId === null ? {} : { entryId }),
    at,
    activity,
    title,
    explanation,
    occurredAt,
  };
}
