import type { Envelope } from '@cairn/contracts/envelope';
import { type TopicKey, topics } from '@cairn/contracts/topics';
import type { Sql } from '../postgres/sql.js';

export interface OutgoingEvent {
  topic: TopicKey;
  key: string;
  event: Envelope;
}

/** Postgres channel that wakes the relay; carries nothing. */
export const outboxChannel = 'cairn_outbox';

const insertOutbox = `
  INSERT INTO outbox (topic, key, value)
  SELECT topic, key, value
  FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS row (topic, key, value, place)
  ORDER BY place`;

/**
 * Puts events in the outbox in the order given. Only while the locks of their aggregates are held: then id order is
 * key order (design.md §3).
 */
export async function appendToOutbox(sql: Sql, events: readonly OutgoingEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql.query(insertOutbox, [
    events.map(row => topics[row.topic].topic),
    events.map(row => row.key),
    events.map(row => JSON.stringify(row.event)),
  ]);
  await sql.query(`NOTIFY ${outboxChannel}`);
}
