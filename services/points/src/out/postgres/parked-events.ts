import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { ActivityEvent, AmbassadorActivity } from '../../app/activity.js';

export async function parkEvents(sql: Sql, parked: readonly AmbassadorActivity[]): Promise<void> {
  if (parked.length === 0) return;
  const set = unnest(parked, {
    brand_id: ['uuid', row => row.brandId],
    event_id: ['text', row => row.eventId],
    ref: ['text', row => row.ref],
    event: ['jsonb', row => row.event],
  });
  await sql.query(
    `INSERT INTO parked_events (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY place
     ON CONFLICT DO NOTHING`,
    set.params,
  );
}

const selectByRef = `
  SELECT event FROM parked_events WHERE brand_id = $1 AND ref = $2 ORDER BY place LIMIT $3`;

/** What waits for a reference, in the order accepted. */
export async function parkedFor(
  sql: Sql,
  brandId: string,
  ref: string,
  limit: number,
): Promise<ActivityEvent[]> {
  const rows = await sql.query<{ event: ActivityEvent }>(selectByRef, [brandId, ref, limit]);
  return rows.map(row => row.event);
}

const unpark = `
  DELETE FROM parked_events WHERE brand_id = $1 AND event_id = ANY($2::text[]) RETURNING event_id AS "eventId"`;

/** Takes events out; @returns those that were still there: whoever takes one out judges it. */
export async function unparkEvents(
  sql: Sql,
  brandId: string,
  eventIds: readonly string[],
): Promise<Set<string>> {
  const rows = await sql.query<{ eventId: string }>(unpark, [brandId, eventIds]);
  return new Set(rows.map(row => row.eventId));
}

const selectWaitedRefs = `
  SELECT DISTINCT parked.brand_id AS "brandId", parked.ref
  FROM parked_events AS parked JOIN unnest($1::uuid[], $2::text[]) AS row (brand_id, ref)
    ON parked.brand_id = row.brand_id AND parked.ref = row.ref`;

/** Which of the references something waits for. */
export async function waitedRefs(sql: Sql, refs: readonly { brandId: string; ref: string }[]) {
  return await sql.query<{ brandId: string; ref: string }>(selectWaitedRefs, [
    refs.map(row => row.brandId),
    refs.map(row => row.ref),
  ]);
}
