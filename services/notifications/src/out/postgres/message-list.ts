import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Message, MessageStatus, Template } from '../../domain/message.js';

/** A message with what it takes to show it: no words, no address. */
export type ListedMessage = Pick<
  Message,
  'messageId' | 'status' | 'template' | 'cause' | 'recipient' | 'createdAt' | 'failures'
> & {
  /** RFC 3339. */
  changedAt: string;
  problem: string | null;
  /** Null where the recipient is no ambassador that has been heard of. */
  ambassadorName: string | null;
  /** Of messages about an unlock that has been heard of. */
  tier: { id: string; name: string } | null;
};

const columns = `
  m.message_id AS "messageId", m.status, m.template, m.cause, m.recipient, m.created_at AS "createdAt",
  m.changed_at AS "changedAt", m.failures, m.problem, a.name AS "ambassadorName",
  CASE WHEN u.unlock IS NOT NULL
    THEN jsonb_build_object('id', u.unlock->'tier'->'id', 'name', u.unlock->'tier'->'name') END AS tier`;

const joined = `
  LEFT JOIN ambassadors a ON a.ambassador_id = m.recipient AND a.brand_id = m.brand_id
  LEFT JOIN unlocks u ON u.unlock_id = m.unlock_id`;

const newestFirst = 'ORDER BY m.created_at DESC, m.message_id DESC';

export interface MessageFilter {
  status: readonly MessageStatus[];
  template: string | null;
  ambassadorId: string | null;
}

/** Each status by itself is in order in its index (messages_by_status); the newest of all of them are merged. */
const list = `
  SELECT ${columns}
  FROM (
    SELECT m.* FROM unnest($2::text[]) AS wanted (status)
    CROSS JOIN LATERAL (
      SELECT * FROM messages m
      WHERE m.brand_id = $1 AND m.status = wanted.status
        AND ($3::text IS NULL OR m.template = $3) AND ($4::uuid IS NULL OR m.recipient = $4)
        AND ($5::timestamptz IS NULL OR (m.created_at, m.message_id) < ($5, $6::uuid))
      ${newestFirst} LIMIT $7) AS m
    ${newestFirst} LIMIT $7) AS m ${joined}
  ${newestFirst}`;

/** A brand's messages, newest first, after this instant and id. */
export async function selectMessages(
  sql: Sql,
  brandId: string,
  { status, template, ambassadorId }: MessageFilter,
  after: readonly [at: string | null, id: string | null],
  limit: number,
): Promise<ListedMessage[]> {
  const wanted = [...new Set(status)];
  return await sql.query<ListedMessage>(list, [brandId, wanted, template, ambassadorId, ...after, limit]);
}

const byId = `SELECT ${columns} FROM messages m ${joined} WHERE m.brand_id = $1 AND m.message_id = $2`;

export async function findMessage(
  sql: Sql,
  brandId: string,
  messageId: string,
): Promise<ListedMessage | null> {
  return (await sql.query<ListedMessage>(byId, [brandId, messageId]))[0] ?? null;
}

const count = `
  SELECT count(*)::int AS unknown, (count(*) FILTER (WHERE template = ANY($2::text[])))::int AS "canBeSentAgain"
  FROM messages WHERE brand_id = $1 AND status = 'unknown'`;

/** How many are `unknown`, and how many of these are of the templates. */
export async function countUnknown(
  sql: Sql,
  brandId: string,
  templates: readonly Template[],
): Promise<{ unknown: number; canBeSentAgain: number }> {
  return (await sql.query<{ unknown: number; canBeSentAgain: number }>(count, [brandId, templates]))[0]!;
}

const backToWaiting = `
  UPDATE messages SET status = 'waiting', version = version + 1, failures = 0, problem = NULL, sending_until = NULL,
    changed_at = $3
  WHERE message_id = $1 AND version = $2 AND status IN ('unknown', 'dropped') RETURNING message_id`;

/** unknown or dropped → waiting, its patience anew. @returns false where it is at another version. */
export async function waitOnceMore(
  sql: Sql,
  { messageId, version }: Pick<Message, 'messageId' | 'version'>,
  now: Date,
): Promise<boolean> {
  return (await sql.query(backToWaiting, [messageId, version, now.toISOString()])).length === 1;
}
