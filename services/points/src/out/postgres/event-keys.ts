import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { Activity } from '../../app/activity.js';
import { keyOf } from '../../app/working-set.js';

/**
 * Claims the identity of events; what another transaction is claiming is waited for.
 * @returns the keys that were new: the rest was judged before and changes nothing (domain.md 2.16).
 */
export async function claimEventKeys(sql: Sql, activities: readonly Activity[]): Promise<Set<string>> {
  const set = unnest(activities, {
    brand_id: ['uuid', row => row.brandId],
    event_id: ['text', row => row.eventId],
    accepted_at: ['timestamptz', row => new Date(row.acceptedAt).toISOString()],
  });
  const rows = await sql.query<{ brand_id: string; event_id: string }>(
    `INSERT INTO event_keys (${set.names})
     SELECT ${set.names} FROM ${set.from} ORDER BY brand_id, event_id
     ON CONFLICT DO NOTHING
     RETURNING brand_id, event_id`,
    set.params,
  );
  return new Set(rows.map(row => keyOf(row.brand_id, row.event_id)));
}
