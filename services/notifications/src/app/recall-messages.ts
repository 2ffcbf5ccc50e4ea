import type { EventOf } from '@cairn/contracts/envelope';
import type { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import { cancelWork, scheduleWork } from '@cairn/service-kit/due-work/due-work';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Message, sendMessage } from '../domain/message.js';
import { recalledMessages } from '../domain/recalled-message.js';
import { adoptMessages, newsOf } from '../out/postgres/recalled-messages.js';
import { loadMeetings, lockUnlocks } from '../out/postgres/unlocks.js';
import { addRewardMails } from './add-reward-mails.js';

/**
 * Reads notifications' own stream back (ADR 26): a database that was restored to an earlier instant takes over what it had
 * sent since, so that nobody gets a mail again (domain.md 5.2). Nothing is published for it, the stream has it. In ordinary
 * life all is known, and this is one statement.
 */
export async function recallMessages(
  sql: Sql,
  events: readonly EventOf<typeof messageChanged>[],
  now: Date,
): Promise<void> {
  const news = await newsOf(sql, recalledMessages(events, now));
  if (news.length === 0) return;
  const unlocks = news.flatMap(({ unlockId, brandId }) =>
    unlockId === null ? [] : [{ unlockId, brandId, unlock: null }],
  );
  await lockUnlocks(sql, unlocks, now);
  const adopted = await adoptMessages(sql, news);
  const open = adopted.filter(isOpen);
  const ended = adopted.filter(message => !isOpen(message));
  await cancelWork(
    sql,
    sendMessage,
    ended.map(message => message.messageId),
  );
  const dueAt = now.toISOString();
  await scheduleWork(
    sql,
    open.map(({ messageId: key, brandId }) => ({ kind: sendMessage, key, brandId, payload: {}, dueAt })),
  );
  await addLostRewardMails(sql, ended, now);
}

/** An unlock mail's end is when its second mail may be due; here its grants may have been heard of before it. */
async function addLostRewardMails(sql: Sql, ended: readonly Message[], now: Date): Promise<void> {
  const without = ended.filter(({ template, grants }) => template === 'tier-unlocked' && grants.length > 0);
  if (without.length === 0) return;
  const unlockIds = without.map(message => message.unlockId ?? message.cause);
  await addRewardMails(sql, without, await loadMeetings(sql, unlockIds), now);
}

function isOpen({ status }: Message): boolean {
  return status === 'waiting' || status === 'sending';
}
