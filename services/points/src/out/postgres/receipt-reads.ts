import type { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { z } from 'zod';
import { ambassadorKnown } from './ledger-reads.js';

export type ReceiptChanged = z.infer<typeof receiptChanged.data>;

/** By the index receipts_ambassador; when a held award becomes available, its award says. */
const selectReceipts = `
  SELECT receipts.event_id AS "eventId", receipts.ambassador_id AS "ambassadorId", activity, status, reason, review,
    receipts.points, entry_id AS "entryId", subject,
    CASE WHEN receipts.order_id IS NOT NULL THEN jsonb_build_object('id', receipts.order_id,
      'netAmount', receipts.net_amount, 'currency', currency) END AS "order",
    receipts.occurred_at AS "occurredAt", at, awards.available_at AS "availableAt",
    receipts.accepted_at AS "acceptedAt"
  FROM receipts LEFT JOIN awards ON receipts.status = 'held' AND awards.ambassador_id = receipts.ambassador_id
    AND awards.id = receipts.entry_id
  WHERE receipts.ambassador_id = $2 AND receipts.brand_id = $1
    AND ($3::timestamptz IS NULL OR (receipts.accepted_at, receipts.event_id) < ($3, $4))
  ORDER BY receipts.accepted_at DESC, receipts.event_id DESC LIMIT $5`;

/**
 * A page of an ambassador's receipts, newest accepted first.
 * @param after the last one's `acceptedAt` and event id; null: from the newest.
 * @throws DomainError `not_found` for an ambassador that the brand does not have.
 */
export async function listReceipts(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
  after: readonly [acceptedAt: string, eventId: string] | null,
  limit: number,
): Promise<(ReceiptChanged & { acceptedAt: string })[]> {
  await ambassadorKnown(sql, brandId, ambassadorId);
  const [acceptedAt, eventId] = after ?? [null, null];
  return await sql.query(selectReceipts, [brandId, ambassadorId, acceptedAt, eventId, limit]);
}
