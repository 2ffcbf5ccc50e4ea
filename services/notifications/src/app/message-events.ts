import { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import { deriveEvent } from '@cairn/service-kit/events/derive';
import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import { afterCommit, type Sql } from '@cairn/service-kit/postgres/sql';
import { isToAdmin, type Message } from '../domain/message.js';
import { countMessages } from './metrics.js';

/** Publishes messages as they now are, without their words; while their rows are locked. */
export async function publishMessages(sql: Sql, messages: readonly Message[], now: Date): Promise<void> {
  const at = now.toISOString();
  afterCommit(sql, () => countMessages(messages));
  await appendToOutbox(
    sql,
    messages.map(message => ({
      topic: 'notifications',
      key: `${message.brandId}:${ambassadorOf(message) ?? `message:${message.messageId}`}`,
      event: deriveEvent(messageChanged, {
        source: 'notifications',
        cause: message,
        ordinal: `${message.messageId}:${message.version}`,
        aggregate: `message:${message.messageId}`,
        version: message.version,
        time: at,
        data: {
          messageId: message.messageId,
          ambassadorId: ambassadorOf(message),
          template: message.template,
          cause: message.cause,
          status: message.status,
          grants: message.grants,
          at,
        },
      }),
    })),
  );
}

function ambassadorOf({ template, recipient }: Message): string | null {
  return isToAdmin(template) ? null : recipient;
}
