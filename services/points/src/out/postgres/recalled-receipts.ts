import type { EventOf } from '@cairn/contracts/envelope';
import type { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import { keyOf } from '../../app/working-set.js';
import { ensureReceiptMonths } from './receipt-months.js';

/**
 * Takes receipts as their readers know them (ADR 26): judged again to the same end they are not told again, and to
 * another with the version after it. Versions that this database has are left.
 */
export async function recallReceipts(
  sql: Sql,
  events: readonly EventOf<typeof receiptChanged>[],
): Promise<void> {
  const newest = new Map<string, EventOf<typeof receiptChanged>>();
  for (const event of events) {
    const key = keyOf(event.brandid, event.data.eventId, event.acceptedat);
    if (versionOf(event) > versionOf(newest.get(key))) newest.set(key, event);
  }
  const set = unnest([...newest.values()], {
    brand_id: ['uuid', event => event.brandid],
    event_id: ['text', ({ data }) => data.eventId],
    accepted_at: ['timestamptz', event => event.acceptedat],
    version: ['int', versionOf],
    activity: ['text', ({ data }) => data.activity],
    ambassador_id: ['uuid', ({ data }) => data.ambassadorId],
    status: ['text', ({ data }) => data.status],
    reason: ['text', ({ data }) => data.reason],
    review: ['text', ({ data }) => data.review ?? null],
    points: ['bigint', ({ data }) => data.points],
    entry_id: ['uuid', ({ data }) => data.entryId],
    subject: ['jsonb', ({ data }) => data.subject],
    program_id: ['uuid', ({ data }) => data.programId ?? null],
    order_id: ['text', ({ data }) => data.order?.id ?? null],
    net_amount: ['bigint', ({ data }) => data.order?.netAmount ?? null],
    currency: ['text', ({ data }) => data.order?.currency ?? null],
    occurred_at: ['timestamptz', ({ data }) => data.occurredAt],
    at: ['timestamptz', ({ data }) => data.at],
  });
  await ensureReceiptMonths(
    sql,
    events.map(event => event.acceptedat),
  );
  await sql.query(
    `INSERT INTO receipts AS known (${set.names})
     SELECT ${set.names} FROM ${set.from} ORDER BY brand_id, event_id
     ON CONFLICT (brand_id, event_id, accepted_at) DO UPDATE SET
       version = excluded.version, ambassador_id = excluded.ambassador_id, status = excluded.status,
       reason = excluded.reason, review = excluded.review, points = excluded.points, entry_id = excluded.entry_id,
       subject = excluded.subject, program_id = excluded.program_id, at = excluded.at
     WHERE known.version < excluded.version`,
    set.params,
  );
}

function versionOf(event: { aggregateversion?: number | undefined } | undefined): number {
  return event?.aggregateversion ?? 0;
}
