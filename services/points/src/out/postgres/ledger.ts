import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { LedgerRow } from '../../app/ledger-row.js';
import type { EntryEvent } from '../../app/recall-entries.js';

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

/**
 * Appends rows as their events tell them, and remembers that what they are of is still to be judged again. What they
 * were judged by is not told.
 */
export async function adoptRows(sql: Sql, events: readonly EntryEvent[], at: string): Promise<void> {
  if (events.length === 0) return;
  const rows = unnest(events, {
    ambassador_id: ['uuid', ({ data }) => data.ambassadorId],
    seq: ['bigint', ({ data }) => data.seq],
    id: ['uuid', ({ data }) => data.entryId],
    brand_id: ['uuid', event => event.brandid],
    kind: ['text', ({ data }) => data.kind],
    program_id: ['uuid', ({ data }) => data.programId],
    series_id: ['uuid', ({ data }) => data.seriesId],
    pending_delta: ['bigint', ({ data }) => data.pendingDelta],
    available_delta: ['bigint', ({ data }) => data.availableDelta],
    event_id: ['text', ({ data }) => data.eventId],
    original_id: ['uuid', ({ data }) => data.originalEntryId],
    occurred_at: ['timestamptz', ({ data }) => data.occurredAt],
    posted_at: ['timestamptz', ({ data }) => data.postedAt],
  });
  await sql.query(
    `INSERT INTO ledger (${rows.names}) SELECT ${rows.names} FROM ${rows.from} ORDER BY place`,
    rows.params,
  );
  const recalled = unnest(events, {
    ambassador_id: ['uuid', ({ data }) => data.ambassadorId],
    seq: ['bigint', ({ data }) => data.seq],
    brand_id: ['uuid', event => event.brandid],
    event_id: ['text', ({ data }) => data.eventId],
    claim: ['text', ({ data }) => data.claim ?? null],
    quiet: ['boolean', ({ data }) => data.quiet],
    // No event is judged again that would post it.
    open: ['boolean', ({ data }) => data.kind !== 'adjustment'],
    recalled_at: ['timestamptz', () => at],
  });
  await sql.query(
    `INSERT INTO recalled_rows (${recalled.names}) SELECT ${recalled.names} FROM ${recalled.from} ORDER BY place`,
    recalled.params,
  );
}
