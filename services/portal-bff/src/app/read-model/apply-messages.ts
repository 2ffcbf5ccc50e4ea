import type { EventOf } from '@cairn/contracts/envelope';
import type { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { messageVersions, saveMessages } from '../../out/postgres/read-model/messages.js';
import { newerStates, type VersionGap } from './newer-states.js';

/** What became of each message. @returns the gaps. */
export async function applyMessages(
  sql: Sql,
  events: EventOf<typeof messageChanged>[],
): Promise<VersionGap[]> {
  const stored = await messageVersions(sql, [...new Set(events.map(event => event.data.messageId))]);
  const { newest, gaps } = newerStates(events, stored, event => event.data.messageId);
  await saveMessages(sql, newest);
  return gaps;
}
