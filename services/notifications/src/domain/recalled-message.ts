import type { EventOf } from '@cairn/contracts/envelope';
import type { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import { isAboutUnlock, isTemplate, type Message } from './message.js';

type MessageEvent = EventOf<typeof messageChanged>;

/** A message as notifications' own stream tells it; `changedAt`: when it became so, RFC 3339. */
export type RecalledMessage = Message & { changedAt: string; problem: string | null };

/**
 * What the stream says of each message (ADR 26): the greatest version. Templates that this version does not have are left
 * alone: it never sends them.
 */
export function recalledMessages(events: readonly MessageEvent[], now: Date): RecalledMessage[] {
  const newest = new Map<string, RecalledMessage>();
  for (const event of events) {
    const message = recalled(event, now);
    if (message === null) continue;
    const known = newest.get(message.messageId);
    if (known === undefined || known.version < message.version) newest.set(message.messageId, message);
  }
  return [...newest.values()];
}

function recalled({ data, ...envelope }: MessageEvent, now: Date): RecalledMessage | null {
  const { messageId, template, cause, status, grants } = data;
  if (!isTemplate(template)) return null;
  // One that still waits begins to do so now: what was lost of the time is nobody's patience.
  const since = status === 'waiting' ? now.toISOString() : data.at;
  return {
    messageId,
    brandId: envelope.brandid,
    cause,
    template,
    // Of an admin the stream tells no address: the message's own id is as good, since its mail is not made from it.
    recipient: data.ambassadorId ?? messageId,
    unlockId: isAboutUnlock(template) ? cause : null,
    status,
    grants,
    failures: 0,
    problem: problems[status] ?? null,
    version: envelope.aggregateversion ?? 1,
    causationId: envelope.causationid ?? envelope.id,
    correlationId: envelope.correlationid,
    acceptedAt: envelope.acceptedat,
    createdAt: since,
    changedAt: since,
  };
}

/** What the row said of it is lost. */
const problems: Partial<Record<Message['status'], string>> = {
  unknown: 'nobody knows whether it was sent; known from before the database was restored',
  dropped: 'dropped before the database was restored; why is lost',
};
