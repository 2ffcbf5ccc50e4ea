import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Columns, unnest } from '@cairn/service-kit/postgres/unnest';
import type { Message, MessageStatus } from '../../domain/message.js';

/** A message's columns as {@link Message}, for a table alias `m`. */
export const messageColumns = `
  m.message_id AS "messageId", m.brand_id AS "brandId", m.cause, m.template, m.recipient, m.unlock_id AS "unlockId",
  m.status, m.grants, m.failures, m.version, m.causation_id AS "causationId", m.correlation_id AS "correlationId",
  m.accepted_at AS "acceptedAt", m.created_at AS "createdAt"`;

/** What a new one is written with. */
export const columnsOfMessage: Columns<Message & { secret: unknown }> = {
  message_id: ['uuid', message => message.messageId],
  brand_id: ['uuid', message => message.brandId],
  cause: ['text', message => message.cause],
  template: ['text', message => message.template],
  recipient: ['uuid', message => message.recipient],
  unlock_id: ['uuid', message => message.unlockId],
  secret: ['jsonb', message => message.secret],
  status: ['text', message => message.status],
  // An array inside an array is not for unnest: it travels as text.
  grants: ['text', message => `{${message.grants.join(',')}}`],
  version: ['bigint', message => message.version],
  causation_id: ['text', message => message.causationId],
  correlation_id: ['text', message => message.correlationId],
  accepted_at: ['text', message => message.acceptedAt],
  created_at: ['timestamptz', message => message.createdAt],
  changed_at: ['timestamptz', message => message.createdAt],
};

/** Adds messages that are not there yet. @returns the ids of the new ones (domain.md 5.2). */
export async function insertMessages(
  sql: Sql,
  messages: readonly (Message & { secret: unknown })[],
): Promise<Set<string>> {
  if (messages.length === 0) return new Set();
  const set = unnest(messages, columnsOfMessage);
  const rows = await sql.query<{ message_id: string }>(
    `INSERT INTO messages (${set.names})
     SELECT ${set.names.replace('grants', 'grants::uuid[]')} FROM ${set.from} ORDER BY message_id
     ON CONFLICT DO NOTHING RETURNING message_id`,
    set.params,
  );
  return new Set(rows.map(row => row.message_id));
}

const selectUnlockId = 'SELECT unlock_id AS "unlockId" FROM messages WHERE message_id = $1';

const selectLocked = `
  SELECT ${messageColumns}, m.secret, m.changed_at AS "changedAt",
    coalesce(m.sending_until > clock_timestamp(), false) AS "isBeingSent"
  FROM messages m WHERE m.message_id = $1 FOR UPDATE`;

/** `changedAt`: RFC 3339; of one that waits, since when it does. */
export type LockedMessage = Message & { secret: unknown; changedAt: string; isBeingSent: boolean };

/** Locks a message, its unlock first: the order in which everybody locks them. */
export async function lockMessage(sql: Sql, messageId: string): Promise<LockedMessage | null> {
  const [of] = await sql.query<{ unlockId: string | null }>(selectUnlockId, [messageId]);
  if (of?.unlockId) await sql.query('SELECT FROM unlocks WHERE unlock_id = $1 FOR UPDATE', [of.unlockId]);
  const [row] = await sql.query<LockedMessage>(selectLocked, [messageId]);
  return row ?? null;
}

const selectUnlockMails = `
  SELECT ${messageColumns} FROM messages m
  WHERE m.unlock_id = ANY($1::uuid[]) AND m.template = 'tier-unlocked' ORDER BY m.message_id FOR UPDATE`;

/** The unlock mails of these unlocks; their unlocks must be locked. */
export async function lockUnlockMails(sql: Sql, unlockIds: readonly string[]): Promise<Message[]> {
  return await sql.query<Message>(selectUnlockMails, [unlockIds]);
}

const begin = `
  UPDATE messages SET status = 'sending', grants = $2::uuid[],
    sending_until = clock_timestamp() + $3 * interval '1 millisecond'
  WHERE message_id = $1 AND status = 'waiting'`;

/** waiting → sending; for `leaseMs` nobody else takes it for dead. */
export async function beginSending(
  sql: Sql,
  messageId: string,
  grants: readonly string[],
  leaseMs: number,
): Promise<void> {
  await sql.query(begin, [messageId, grants, leaseMs]);
}

const backToWaiting = `
  UPDATE messages SET status = 'waiting', sending_until = NULL, failures = failures + 1, problem = $2
  WHERE message_id = $1 AND status = 'sending' RETURNING message_id`;

/** sending → waiting, after a refusal that is certain. @returns false where the lease was over. */
export async function waitAgain(sql: Sql, messageId: string, problem: string): Promise<boolean> {
  return (await sql.query(backToWaiting, [messageId, problem])).length === 1;
}

const end = `
  UPDATE messages SET status = $2, version = version + 1, secret = NULL, sending_until = NULL, problem = $3,
    changed_at = $4
  WHERE message_id = $1 AND status = ANY($5::text[]) RETURNING message_id`;

/** Ends a message; its secret goes. @returns false where it is in none of the states `from`. */
export async function endMessage(
  sql: Sql,
  messageId: string,
  from: readonly MessageStatus[],
  to: 'sent' | 'unknown' | 'dropped',
  problem: string | null,
  now: Date,
): Promise<boolean> {
  return (await sql.query(end, [messageId, to, problem, now.toISOString(), from])).length === 1;
}
