import type { EventOf } from '@cairn/contracts/envelope';
import type { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const selectVersions = 'SELECT id, version FROM messages WHERE id = ANY($1::uuid[])';

export async function messageVersions(sql: Sql, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.query<{ id: string; version: number }>(selectVersions, [ids]);
  return new Map(rows.map(row => [row.id, row.version]));
}

const upsertMessages = `
  INSERT INTO messages (id, brand_id, version, ambassador_id, template, cause, status, at)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row
    (id uuid, brand_id uuid, version bigint, ambassador_id uuid, template text, cause text, status text, at timestamptz)
  ORDER BY id
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status, at = excluded.at
  WHERE excluded.version > messages.version`;

/** Keeps each message's newest state. One event a message. */
export async function saveMessages(
  sql: Sql,
  events: readonly EventOf<typeof messageChanged>[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ brandid, data, aggregateversion }) => ({
    id: data.messageId,
    brand_id: brandid,
    version: aggregateversion,
    ambassador_id: data.ambassadorId,
    template: data.template,
    cause: data.cause,
    status: data.status,
    at: data.at,
  }));
  await sql.query(upsertMessages, [JSON.stringify(rows)]);
}
