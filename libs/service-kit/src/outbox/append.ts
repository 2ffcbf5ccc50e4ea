import type { Envelope } from '@cairn/contracts/envelope';
import { type TopicKey, topics } from '@cairn/contracts/topics';
import { DomainError } from '../domain-error.js';
import { unstorableText } from '../http/storable.js';
import type { Sql } from '../postgres/sql.js';
import { traceparentFor } from '../telemetry/causes.js';

export interface OutgoingEvent {
  topic: TopicKey;
  key: string;
  event: Envelope;
}

/** Postgres channel that wakes the relay; carries nothing. */
export const outboxChannel = 'cairn_outbox';

const insertOutbox = `
  INSERT INTO outbox (topic, key, value, traceparent)
  SELECT topic, key, value, traceparent
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
    WITH ORDINALITY AS row (topic, key, value, traceparent, place)
  ORDER BY place`;

/**
 * Puts events in the outbox in the order given. Only while the locks of their aggregates are held: then id order is
 * key order (design.md §3).
 */
export async function appendToOutbox(sql: Sql, events: readonly OutgoingEvent[]): Promise<void> {
  await append(
    sql,
    events.map(({ topic, key, event }) => ({
      topic: topics[topic].topic,
      key,
      value: JSON.stringify(event),
      traceparent: traceparentFor({
        causationId: event.causationid,
        correlationId: event.correlationid,
      }),
    })),
  );
}

/** A message as it is to be sent: a dead letter that goes back to its topic, mended or not. */
export interface RawMessage {
  /** The topic's full name, such as `cairn.audit.v1`. */
  topic: string;
  /** Null is sent as the empty key: the outbox keeps no null, and compacted topics take none. */
  key: string | null;
  value: string;
}

/**
 * Puts messages in the outbox as they are, to be published on the partition that their topic's rule gives their key.
 * @throws DomainError `unknown_topic` for a topic that the table does not have (the relay would wait for it for ever);
 * `invalid_input` for text that cannot be kept.
 */
export async function appendRawToOutbox(sql: Sql, messages: readonly RawMessage[]): Promise<void> {
  for (const { topic, key, value } of messages) {
    if (!topicNames.has(topic)) throw new DomainError('unknown_topic', `There is no topic ${topic}.`);
    const unstorable = [...unstorableText(value, 'value'), ...unstorableText(key, 'key')];
    if (unstorable.length > 0) {
      throw new DomainError(
        'invalid_input',
        'Mend the fields named in errors and send it again.',
        unstorable,
      );
    }
  }
  await append(
    sql,
    messages.map(({ topic, key, value }) => ({
      topic,
      key: key ?? '',
      value,
      traceparent: traceparentFor(),
    })),
  );
}

const topicNames = new Set<string>(Object.values(topics).map(({ topic }) => topic));

async function append(
  sql: Sql,
  rows: readonly { topic: string; key: string; value: string; traceparent: string | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  await Promise.all([
    sql.query(insertOutbox, [
      rows.map(row => row.topic),
      rows.map(row => row.key),
      rows.map(row => row.value),
      rows.map(row => row.traceparent),
    ]),
    sql.query(`NOTIFY ${outboxChannel}`),
  ]);
}
