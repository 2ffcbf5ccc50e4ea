import type { MessageCounts, MessageItem, MessageQuery } from '@cairn/contracts/http/message-item';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { z } from 'zod';
import { isToAdmin, type MessageStatus, unlockTemplates } from '../domain/message.js';
import { refuseSendAgain } from '../domain/send-again.js';
import { withoutAddresses } from '../domain/without-addresses.js';
import { countUnknown, type ListedMessage, selectMessages } from '../out/postgres/message-list.js';

/** What the list goes on after: the last item's instant and id. */
const timeCursor = z.tuple([z.iso.datetime(), z.uuid()]);

const everyStatus: readonly MessageStatus[] = ['waiting', 'sending', 'sent', 'unknown', 'dropped'];

/** A brand's messages, newest first. @throws DomainError `invalid_input` for a cursor that is none of this list. */
export async function listMessages(sql: Sql, brandId: string, query: MessageQuery) {
  const { limit, cursor, status = everyStatus, template = null, ambassadorId = null } = query;
  const after = decodeCursor(cursor, timeCursor) ?? ([null, null] as const);
  const rows = await selectMessages(sql, brandId, { status, template, ambassadorId }, after, limit + 1);
  return pageOf(rows, limit, shownMessage, row => [row.createdAt, row.messageId]);
}

/** How many messages' fate nobody knows (domain.md 5.2). */
export async function countLost(sql: Sql, brandId: string): Promise<MessageCounts> {
  return await countUnknown(sql, brandId, unlockTemplates);
}

/** A message without its words and without any address: an SMTP server's refusal may name one. */
export function shownMessage(message: ListedMessage): MessageItem {
  const { messageId: id, recipient, problem, ...shown } = message;
  return {
    id,
    ...shown,
    ambassadorId: isToAdmin(message.template) ? null : recipient,
    problem: problem === null ? null : withoutAddresses(problem),
    canBeSentAgain: refuseSendAgain(message) === null,
  };
}
