import type { EventOf } from '@cairn/contracts/envelope';
import type { Actor, auditRecorded } from '@cairn/contracts/events/audit-recorded';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const insertEntries = `
  INSERT INTO audit_log (event_id, brand_id, at, actor, action, target, before, after)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row
    (event_id uuid, brand_id uuid, at timestamptz, actor jsonb, action text, target jsonb, before jsonb, after jsonb)
  ORDER BY event_id
  ON CONFLICT (event_id) DO NOTHING`;

export async function saveAuditEntries(
  sql: Sql,
  events: readonly EventOf<typeof auditRecorded>[],
): Promise<void> {
  const rows = events.map(({ id, brandid, data }) => ({ event_id: id, brand_id: brandid, ...data }));
  await sql.query(insertEntries, [JSON.stringify(rows)]);
}

export interface AuditEntry {
  id: string;
  at: string;
  actor: Actor;
  action: string;
  target: { kind: string; id: string };
  before: unknown;
  after: unknown;
}

const selectEntries = `
  SELECT event_id AS id, at, actor, action, target, before, after FROM audit_log
  WHERE brand_id = $1 AND ($2::timestamptz IS NULL OR (at, event_id) < ($2, $3::uuid))
  ORDER BY at DESC, event_id DESC LIMIT $4`;

/** The newest `limit` entries before the cursor's (at, id). */
export async function listAuditEntries(
  sql: Sql,
  brandId: string,
  before: readonly [string, string] | null,
  limit: number,
): Promise<AuditEntry[]> {
  return await sql.query<AuditEntry>(selectEntries, [brandId, before?.[0], before?.[1], limit]);
}
