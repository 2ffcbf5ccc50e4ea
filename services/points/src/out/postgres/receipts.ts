import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { ReceiptState } from '../../app/receipt-book.js';
import { keyOf } from '../../app/working-set.js';
import { ensureReceiptMonths } from './receipt-months.js';

/**
 * Writes receipts; one that says what it said is left, as when a restored database judges again (ADR 26).
 * @returns the version, contiguous from 1, of each that changed, by brand and event.
 */
export async function saveReceipts(
  sql: Sql,
  receipts: readonly ReceiptState[],
  at: string,
): Promise<Map<string, number>> {
  if (receipts.length === 0) return new Map();
  const set = unnest(receipts, {
    brand_id: ['uuid', row => row.brandId],
    event_id: ['text', row => row.eventId],
    accepted_at: ['timestamptz', row => new Date(row.acceptedAt).toISOString()],
    version: ['int', () => 1],
    activity: ['text', row => row.activity],
    ambassador_id: ['uuid', row => row.ambassadorId],
    status: ['text', row => row.status],
    reason: ['text', row => row.reason],
    review: ['text', row => row.review],
    points: ['bigint', row => row.points],
    entry_id: ['uuid', row => row.entryId],
    subject: ['jsonb', row => row.subject],
    program_id: ['uuid', row => row.programId],
    order_id: ['text', row => row.order?.id ?? null],
    net_amount: ['bigint', row => row.order?.netAmount ?? null],
    currency: ['text', row => row.order?.currency ?? null],
    occurred_at: ['timestamptz', row => new Date(row.occurredAt).toISOString()],
    at: ['timestamptz', () => at],
  });
  const months = ensureReceiptMonths(
    sql,
    receipts.map(row => row.acceptedAt),
  );
  const saved = sql.query<{ brand_id: string; event_id: string; version: number }>(
    `INSERT INTO receipts AS known (${set.names})
     SELECT ${set.names} FROM ${set.from} ORDER BY brand_id, event_id
     ON CONFLICT (brand_id, event_id, accepted_at) DO UPDATE SET
       version = known.version + 1, ambassador_id = excluded.ambassador_id, status = excluded.status,
       reason = excluded.reason, review = excluded.review, points = excluded.points, entry_id = excluded.entry_id,
       subject = excluded.subject, program_id = excluded.program_id, at = excluded.at
     WHERE (known.ambassador_id, known.status, known.reason, known.review, known.points, known.entry_id,
         known.subject)
       IS DISTINCT FROM (excluded.ambassador_id, excluded.status, excluded.reason, excluded.review,
         excluded.points, excluded.entry_id, excluded.subject)
     RETURNING brand_id, event_id, version`,
    set.params,
  );
  const [, rows] = await Promise.all([months, saved]);
  return new Map(rows.map(row => [keyOf(row.brand_id, row.event_id), row.version]));
}

interface ReceiptRow {
  status: ReceiptState['status'];
  reason: ReceiptState['reason'] | ReceiptState['review'];
  points: number | null;
  entryId: string | null;
  at: string;
}

/** Its event was judged, and its month is no longer in the table (receipt-months.ts). */
interface ArchivedReceipt {
  status: null;
}

const selectReceipt = `
  SELECT status, coalesce(reason, review) AS reason, points, entry_id AS "entryId", at
  FROM event_keys LEFT JOIN receipts USING (brand_id, event_id, accepted_at)
  WHERE event_keys.brand_id = $1 AND event_keys.event_id = $2`;

/** An adjustment is no event that was judged: its row says what became of it. */
const selectAdjustment = `
  SELECT CASE WHEN available_delta > 0 THEN 'awarded' ELSE 'reversed' END AS status, NULL AS reason,
    available_delta AS points, ledger.id AS "entryId", ledger.posted_at AS at
  FROM adjustments JOIN ledger USING (ambassador_id, seq)
  WHERE adjustments.brand_id = $1 AND adjustments.event_id = $2`;

/** @returns undefined for an event that was never judged, and is no adjustment (domain.md 2.10). */
export async function findReceipt(
  sql: Sql,
  brandId: string,
  eventId: string,
): Promise<ReceiptRow | ArchivedReceipt | undefined> {
  const [judged] = await sql.query<ReceiptRow | ArchivedReceipt>(selectReceipt, [brandId, eventId]);
  if (judged !== undefined || !eventId.startsWith('adjustment:')) return judged;
  return (await sql.query<ReceiptRow>(selectAdjustment, [brandId, eventId]))[0];
}
