import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { LedgerRow } from '../../app/ledger-row.js';

/** Appends rows; a number taken twice is refused by the primary key (domain.md 2.14). */
export async function appendRows(sql: Sql, rows: readonly LedgerRow[], postedAt: string): Promise<void> {
  if (rows.length === 0) return;
  const set = unnest(rows, {
    ambassador_id: ['uuid', row => row.ambassadorId],
    seq: ['bigint', row => row.seq],
    id: ['uuid', row => row.id],
    brand_id: ['uuid', row => row.brandId],
    kind: ['text', row => row.kind],
    program_id: ['uuid', row => row.programId],
    series_id: ['uuid', row => row.seriesId],
    pending_delta: ['bigint', row => row.pendingDelta],
    available_delta: ['bigint', row => row.availableDelta],
    event_id: ['text', row => row.eventId],
    original_id: ['uuid', row => row.originalId],
    occurred_at: ['timestamptz', row => new Date(row.occurredAt).toISOString()],
    posted_at: ['timestamptz', () => postedAt],
    reason: ['text', row => row.reason],
    rule: ['jsonb', row => row.rule],
  });
  await sql.query(
    `INSERT INTO ledger (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY place`,
    set.params,
  );
}
