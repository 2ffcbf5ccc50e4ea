import type { EventOf } from '@cairn/contracts/envelope';
import type { adjustmentPosted } from '@cairn/contracts/events/points/adjustment-posted';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { RecalledClaim, RecalledRow } from '../../app/recalled-rows.js';

const selectAny = 'SELECT EXISTS (SELECT FROM recalled_rows WHERE open) AS any';

/** Whether any row is open: only after a restore. They are made before a service begins, and after that only fewer. */
export async function anyRecalled(sql: Sql): Promise<boolean> {
  return (await sql.query<{ any: boolean }>(selectAny))[0]!.any;
}

/** The ambassadors in whose ledgers events have open rows. */
export async function recalledAmbassadors(
  sql: Sql,
  events: readonly { brandId: string; eventId: string }[],
): Promise<string[]> {
  if (events.length === 0) return [];
  const set = unnest(events, {
    brand_id: ['uuid', row => row.brandId],
    event_id: ['text', row => row.eventId],
  });
  const rows = await sql.query<{ id: string }>(
    `SELECT DISTINCT ambassador_id AS id FROM recalled_rows JOIN ${set.from} USING (brand_id, event_id) WHERE open`,
    set.params,
  );
  return rows.map(row => row.id);
}

/** Whose the claims are, where an open row has them; the orders and proofs are locked. */
export async function recalledClaims(
  sql: Sql,
  claims: readonly { brandId: string; claim: string }[],
): Promise<RecalledClaim[]> {
  if (claims.length === 0) return [];
  const set = unnest(claims, {
    brand_id: ['uuid', row => row.brandId],
    claim: ['text', row => row.claim],
  });
  return await sql.query<RecalledClaim>(
    `SELECT DISTINCT brand_id AS "brandId", event_id AS "eventId", claim
     FROM recalled_rows JOIN ${set.from} USING (brand_id, claim) WHERE open`,
    set.params,
  );
}

const selectOpen = `
  SELECT recalled.brand_id AS "brandId", ambassador_id AS "ambassadorId", seq, id, kind, program_id AS "programId",
    series_id AS "seriesId", pending_delta AS "pendingDelta", available_delta AS "availableDelta",
    recalled.event_id AS "eventId", original_id AS "originalId", quiet
  FROM recalled_rows AS recalled JOIN ledger USING (ambassador_id, seq)
  WHERE recalled.open AND recalled.ambassador_id = ANY($1::uuid[])
  ORDER BY ambassador_id, seq`;

/** The open rows of ambassadors whose accounts are locked, in the order of the ledger. */
export async function loadRecalled(sql: Sql, ambassadorIds: readonly string[]): Promise<RecalledRow[]> {
  return await sql.query<RecalledRow>(selectOpen, [ambassadorIds]);
}

/** Closes the rows that a judgement has met. */
export async function closeRecalled(
  sql: Sql,
  met: readonly { row: RecalledRow; rule: unknown }[],
): Promise<void> {
  if (met.length === 0) return;
  const set = unnest(met, {
    ambassador_id: ['uuid', ({ row }) => row.ambassadorId],
    seq: ['bigint', ({ row }) => row.seq],
    rule: ['jsonb', ({ rule }) => rule],
  });
  await sql.query(
    `UPDATE recalled_rows AS recalled SET open = false, rule = row.rule
     FROM ${set.from} WHERE recalled.ambassador_id = row.ambassador_id AND recalled.seq = row.seq`,
    set.params,
  );
}

/** Keeps the reasons of adjustments as they were told; their rows are read back from a stream of their own. */
export async function recallReasons(
  sql: Sql,
  events: readonly EventOf<typeof adjustmentPosted>[],
): Promise<void> {
  if (events.length === 0) return;
  const set = unnest(events, {
    ambassador_id: ['uuid', ({ data }) => data.ambassadorId],
    event_id: ['text', ({ data }) => data.eventId],
    brand_id: ['uuid', event => event.brandid],
    reason: ['text', ({ data }) => data.reason],
  });
  await sql.query(
    `INSERT INTO recalled_reasons (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY place
     ON CONFLICT DO NOTHING`,
    set.params,
  );
}
