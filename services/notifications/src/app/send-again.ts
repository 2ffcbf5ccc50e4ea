import type { MessageItem } from '@cairn/contracts/http/message-item';
import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Message, sendMessage } from '../domain/message.js';
import { refuseSendAgain } from '../domain/send-again.js';
import { findMessage, waitOnceMore } from '../out/postgres/message-list.js';
import { lockMessage } from '../out/postgres/messages.js';
import { shownMessage } from './list-messages.js';
import { publishMessages } from './message-events.js';

/**
 * Sends a message again by a person's hand (domain.md 5.2): back to `waiting`, due now. An unlock mail then goes with
 * everything that is ready by that time, and only what is missing even then is left to the one second mail (5.1).
 * @throws DomainError `not_found`; `not_unknown` where its fate is known; `not_resendable` where its words are gone.
 */
export async function sendAgain(
  sql: Sql,
  caller: Caller,
  messageId: string,
  now: Date,
): Promise<CommandAnswer<MessageItem>> {
  const before = await findMessage(sql, caller.brandId, messageId);
  if (before === null) throw new DomainError('not_found', 'There is no message with this id: check the id.');
  const message = (await lockMessage(sql, messageId))!;
  const refusal = refuseSendAgain(message);
  if (refusal !== null) throw new DomainError(refusal.code, refusal.detail);
  if (!(await waitOnceMore(sql, message, now)))
    throw new Error(`message ${messageId} changed while it was locked`);
  const again: Message = { ...message, status: 'waiting', version: message.version + 1 };
  await publishMessages(sql, [again], now);
  const work = { kind: sendMessage, key: messageId, brandId: message.brandId, payload: {} };
  await scheduleWork(sql, [{ ...work, dueAt: now.toISOString() }]);
  await recordAudit(sql, 'notifications', caller, commandCause(caller.brandId, now), {
    action: 'message.send_again',
    target: { kind: 'message', id: messageId },
    before: { status: message.status, template: message.template, problem: shownMessage(before).problem },
    after: { status: again.status, template: again.template },
    at: now,
  });
  return { body: shownMessage((await findMessage(sql, caller.brandId, messageId))!), mark: null };
}
