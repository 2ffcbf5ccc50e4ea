import type { EventOf } from '@cairn/contracts/envelope';
import type { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { ActivityState } from '../../../domain/home/rows.js';
import type { TouchedHome } from './touch-homes.js';

/** Lines kept an ambassador (design.md §1). */
const kept = 50;

type Line = { ambassadorId: string; brandId: string; eventId: string };

const selectVersions = `
  SELECT ambassador_id AS "ambassadorId", event_id AS "eventId", version
  FROM activity JOIN unnest($1::uuid[], $2::text[]) AS asked (ambassador_id, event_id) USING (ambassador_id, event_id)`;

/** The versions of the lines that are still kept, by {@link lineKey}. */
export async function lineVersions(
  sql: Sql,
  lines: readonly { ambassadorId: string; eventId: string }[],
): Promise<Map<string, number>> {
  const rows = await sql.query<{ ambassadorId: string; eventId: string; version: number }>(selectVersions, [
    lines.map(line => line.ambassadorId),
    lines.map(line => line.eventId),
  ]);
  return new Map(rows.map(row => [lineKey(row), row.version]));
}

export function lineKey(line: { ambassadorId: string; eventId: string }): string {
  return `${line.ambassadorId}:${line.eventId}`;
}

const upsertLines = `
  INSERT INTO activity (ambassador_id, event_id, brand_id, version, occurred_at, state)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row
    (ambassador_id uuid, event_id text, brand_id uuid, version bigint, occurred_at timestamptz, state jsonb)
  ORDER BY ambassador_id, event_id
  ON CONFLICT (ambassador_id, event_id) DO UPDATE SET
    version = excluded.version, occurred_at = excluded.occurred_at, state = excluded.state
  WHERE excluded.version > activity.version
  RETURNING ambassador_id AS "ambassadorId", brand_id AS "brandId", event_id AS "eventId"`;

/** By the index activity_latest, which skips what stays. */
const trimLines = `
  DELETE FROM activity
  USING unnest($1::uuid[]) AS touched (ambassador_id)
    CROSS JOIN LATERAL (
      SELECT event_id FROM activity
      WHERE activity.ambassador_id = touched.ambassador_id
      ORDER BY occurred_at DESC, event_id DESC OFFSET ${kept}) AS old
  WHERE activity.ambassador_id = touched.ambassador_id AND activity.event_id = old.event_id
  RETURNING activity.ambassador_id AS "ambassadorId", activity.brand_id AS "brandId", activity.event_id AS "eventId"`;

/** What tells a line; its version is the aggregate's. */
type LineEvent = Pick<EventOf<typeof receiptChanged>, 'brandid' | 'aggregateversion'> & {
  data: ActivityState;
};

/**
 * Keeps the newest lines an ambassador. One event a line, each with an ambassador.
 * @returns who sees something new: a line that is too old to stay changes nothing.
 */
export async function saveActivity(sql: Sql, events: readonly LineEvent[]): Promise<TouchedHome[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ brandid, data, aggregateversion }) => ({
    ambassador_id: data.ambassadorId,
    event_id: data.eventId,
    brand_id: brandid,
    version: aggregateversion,
    occurred_at: data.occurredAt,
    state: data,
  }));
  const saved = await sql.query<Line>(upsertLines, [JSON.stringify(rows)]);
  const trimmed = await sql.query<Line>(trimLines, [[...new Set(saved.map(line => line.ambassadorId))]]);
  const gone = new Set(trimmed.map(lineKey));
  return saved
    .filter(line => !gone.has(lineKey(line)))
    .map(({ ambassadorId, brandId }) => ({ ambassadorId, brandId }));
}
