import type { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import type { ReceiptQuery } from '@cairn/contracts/http/replay';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { z } from 'zod';
import { ambassadorKnown } from './ledger-reads.js';

export type ReceiptChanged = z.infer<typeof receiptChanged.data>;

/** When a held award becomes available, its award says. */
const columns = `receipts.event_id AS "eventId", receipts.ambassador_id AS "ambassadorId", activity, status, reason,
    review, receipts.points, entry_id AS "entryId", subject, receipts.program_id AS "programId",
    CASE WHEN receipts.order_id IS NOT NULL THEN jsonb_build_object('id', receipts.order_id,
      'netAmount', receipts.net_amount, 'currency', currency) END AS "order",
    receipts.occurred_at AS "occurredAt", at, awards.available_at AS "availableAt",
    receipts.accepted_at AS "acceptedAt"`;

/** By the index receipts_ambassador. */
const selectReceipts = `
  SELECT ${columns}
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

/** What a brand's receipts are looked for by: a reason, or an ambassador; `[from, to)` is when it happened. */
export type ReceiptSearch = Omit<ReceiptQuery, 'limit' | 'cursor'>;

const matching = `
    AND ($2::text IS NULL OR reason = $2) AND ($3::uuid IS NULL OR receipts.ambassador_id = $3)
    AND ($4::uuid IS NULL OR receipts.program_id = $4)
    AND ($5::timestamptz IS NULL OR receipts.occurred_at >= $5)
    AND ($6::timestamptz IS NULL OR receipts.occurred_at < $6)
    -- No event is accepted long before it happens (api.md): so far back the index need not be read.
    AND ($5::timestamptz IS NULL OR receipts.accepted_at >= $5::timestamptz - interval '1 hour')
    AND ($7::timestamptz IS NULL OR (receipts.accepted_at, receipts.event_id) < ($7, $8))
  ORDER BY receipts.accepted_at DESC, receipts.event_id DESC LIMIT $9`;

/** By the index receipts_reason. */
const searchByReason = `
  SELECT ${columns}
  FROM receipts LEFT JOIN awards ON false
  WHERE receipts.brand_id = $1 AND reason = $2::text ${matching}`;

/** By the index receipts_ambassador. */
const searchByAmbassador = `
  SELECT ${columns}
  FROM receipts LEFT JOIN awards ON receipts.status = 'held' AND awards.ambassador_id = receipts.ambassador_id
    AND awards.id = receipts.entry_id
  WHERE receipts.brand_id = $1 AND receipts.ambassador_id = $3::uuid ${matching}`;

/** A page of a brand's receipts, newest accepted first. @param after as for {@link listReceipts}. */
export async function searchReceipts(
  sql: Sql,
  brandId: string,
  search: ReceiptSearch,
  after: readonly [acceptedAt: string, eventId: string] | null,
  limit: number,
): Promise<(ReceiptChanged & { acceptedAt: string })[]> {
  const { reason = null, ambassadorId = null, programId = null, from = null, to = null } = search;
  return await sql.query(ambassadorId === null ? searchByReason : searchByAmbassador, [
    brandId,
    reason,
    ambassadorId,
    programId,
    from,
    to,
    ...(after ?? [null, null]),
    limit,
  ]);
}
