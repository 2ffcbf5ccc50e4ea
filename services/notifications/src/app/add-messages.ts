import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { type Cause, derivedId } from '@cairn/service-kit/events/derive';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Message, sendMessage, type Template } from '../domain/message.js';
import { insertMessages } from '../out/postgres/messages.js';
import { publishMessages } from './message-events.js';

export interface NewMessage {
  /** Why it is sent: with template and recipient its identity (domain.md 5.2). */
  cause: string;
  template: Template;
  recipient: string;
  unlockId: string | null;
  grants: string[];
  secret: unknown;
  from: Cause;
  /** When it is looked at first. */
  dueAt: Date;
}

/**
 * Adds messages, to be sent when they are due; one that is there already stays as it is.
 * @returns the ids of the new ones.
 */
export async function addMessages(
  sql: Sql,
  messages: readonly NewMessage[],
  now: Date,
): Promise<Set<string>> {
  const rows = messages.map(message => ({ ...message, ...rowOf(message, now) }));
  const added = await insertMessages(sql, rows);
  const fresh = rows.filter(row => added.delete(row.messageId));
  await publishMessages(sql, fresh, now);
  await scheduleWork(
    sql,
    fresh.map(row => ({
      kind: sendMessage,
      key: row.messageId,
      brandId: row.brandId,
      payload: {},
      dueAt: row.dueAt.toISOString(),
      cause: row,
    })),
  );
  return new Set(fresh.map(row => row.messageId));
}

function rowOf({ cause, template, recipient, unlockId, grants, from }: NewMessage, now: Date): Message {
  return {
    messageId: derivedId(cause, template, recipient),
    brandId: from.brandId,
    cause,
    template,
    recipient,
    unlockId,
    status: 'waiting',
    grants,
    failures: 0,
    version: 1,
    causationId: from.causationId,
    correlationId: from.correlationId,
    acceptedAt: from.acceptedAt,
    createdAt: now.toISOString(),
  };
}
