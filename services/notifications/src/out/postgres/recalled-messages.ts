import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { Message } from '../../domain/message.js';
import type { RecalledMessage } from '../../domain/recalled-message.js';
import { columnsOfMessage, messageColumns } from './messages.js';

/**
 * Those that this database knows nothing of, or less than the stream; none in ordinary life. One look by primary key each,
 * without a lock.
 */
export async function newsOf(sql: Sql, messages: readonly RecalledMessage[]): Promise<RecalledMessage[]> {
  const set = unnest(messages, {
    message_id: ['uuid', message => message.messageId],
    version: ['bigint', message => message.version],
  });
  const rows = await sql.query<{ place: number }>(
    `SELECT row.place FROM ${set.from} LEFT JOIN messages m ON m.message_id = row.message_id
     WHERE m.message_id IS NULL OR m.version < row.version`,
    set.params,
  );
  return rows.map(({ place }) => messages[Number(place) - 1]!);
}

/**
 * Takes over what the stream says where it is still newer; the unlocks must be locked. A secret goes unless the message
 * still waits, and who sent it is nobody any more.
 * @returns the messages as they are now.
 */
export async function adoptMessages(sql: Sql, messages: readonly RecalledMessage[]): Promise<Message[]> {
  const set = unnest(
    messages.map(message => ({ ...message, secret: null })),
    {
      ...columnsOfMessage,
      problem: ['text', (message: RecalledMessage) => message.problem],
      changed_at: ['timestamptz', (message: RecalledMessage) => message.changedAt],
    },
  );
  return await sql.query<Message>(
    `INSERT INTO messages AS m (${set.names})
     SELECT ${set.names.replace('grants', 'grants::uuid[]')} FROM ${set.from} ORDER BY message_id
     ON CONFLICT (message_id) DO UPDATE SET
       status = excluded.status, version = excluded.version, grants = excluded.grants, problem = excluded.problem,
       failures = 0, sending_until = NULL, changed_at = excluded.changed_at,
       created_at = least(m.created_at, excluded.created_at),
       secret = CASE WHEN excluded.status = 'waiting' THEN m.secret END
     WHERE m.version < excluded.version
     RETURNING ${messageColumns}`,
    set.params,
  );
}
