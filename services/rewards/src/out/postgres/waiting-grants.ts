import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { WaitingFor } from '../../domain/grant.js';
import { grantKinds } from '../../domain/work.js';

/** Makes due now what waited for a shop or for an ambassador; rows are locked in key order. */
const wake = `
  UPDATE due_work SET due_at = clock_timestamp()
  WHERE (kind, key) IN (
    SELECT w.kind, w.key FROM due_work w JOIN grants g ON g.grant_id::text = w.key
    WHERE w.kind = ANY($1::text[]) AND g.waiting_for = $2 AND g.brand_id = ANY($3::uuid[])
      AND ($4::uuid[] IS NULL OR g.ambassador_id = ANY($4::uuid[]))
    ORDER BY w.kind, w.key FOR UPDATE OF w)`;

export async function wakeWaiting(
  sql: Sql,
  waitingFor: WaitingFor,
  brandIds: readonly string[],
  ambassadorIds: readonly string[] | null = null,
): Promise<void> {
  await sql.query(wake, [grantKinds, waitingFor, brandIds, ambassadorIds]);
}
