import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { WaitingFor } from '../../domain/grant.js';
import { issueCode } from '../../domain/work.js';

/** Makes the codes due now that waited for a shop or for an ambassador; rows are locked in key order. */
const wake = `
  UPDATE due_work SET due_at = clock_timestamp()
  WHERE kind = $1 AND key IN (
    SELECT w.key FROM due_work w JOIN grants g ON g.grant_id::text = w.key
    WHERE w.kind = $1 AND g.waiting_for = $2 AND g.brand_id = ANY($3::uuid[])
      AND ($4::uuid[] IS NULL OR g.ambassador_id = ANY($4::uuid[]))
    ORDER BY w.key FOR UPDATE OF w)`;

export async function wakeWaiting(
  sql: Sql,
  waitingFor: WaitingFor,
  brandIds: readonly string[],
  ambassadorIds: readonly string[] | null = null,
): Promise<void> {
  await sql.query(wake, [issueCode, waitingFor, brandIds, ambassadorIds]);
}
