import type { IHeaders, KafkaMessage } from 'kafkajs';

/**
 * `@EventPattern(deadLettersPattern)` receives the dead letters of every topic, a chunk of one dead-letter topic's
 * partition at a time, by the group `cairn.<service>.dlq`. None is buried again: a handler that throws is tried for
 * ever, so it keeps what it gets (the value is bytes) and judges nothing.
 */
export const deadLettersPattern = 'cairn.*.dlq';

/**
 * A message that could not be processed, as it was, and why. Its texts hold nothing that Postgres cannot keep. Who put
 * a letter there by hand may have left out anything.
 */
export interface DeadLetterRecord {
  /** Where it came from, and goes back to when it is replayed. */
  topic: string;
  partition: number | null;
  offset: number | null;
  key: string | null;
  value: Buffer | null;
  /** An error code or such; `unknown` where nothing is said. */
  reason: string;
  error: string;
  stack: string;
  /** The consumer group that gave it up. */
  consumer: string;
  /** The message's own. */
  headers: Record<string, string>;
  /** When it was given up. */
  at: Date;
  /** Its place among the letters: the same letter read again has the same. */
  dlqPartition: number;
  dlqOffset: number;
}

const ours = 'cairn-';

/** `topic` is whose dead-letter topic it was found in. */
export function letterOf(topic: string, message: KafkaMessage, dlqPartition: number): DeadLetterRecord {
  const all = textsOf(message.headers ?? {});
  const said = (name: string) => all.find(([header]) => header === `${ours}${name}`)?.[1];
  return {
    topic,
    partition: whole(said('partition')),
    offset: whole(said('offset')),
    key: message.key === null || message.key === undefined ? null : storable(message.key),
    value: message.value,
    reason: said('reason') || 'unknown',
    error: said('error') ?? '',
    stack: said('stack') ?? '',
    consumer: said('consumer') ?? '',
    headers: Object.fromEntries(all.filter(([name]) => !name.startsWith(ours))),
    at: instantOf(message.timestamp),
    dlqPartition,
    dlqOffset: Number(message.offset),
  };
}

/** A header that came several times is joined by commas. */
function textsOf(headers: IHeaders): [name: string, text: string][] {
  return Object.entries(headers).map(([name, value]) => [
    storable(name),
    [value ?? ''].flat().map(storable).join(', '),
  ]);
}

function storable(text: Buffer | string): string {
  return text.toString().toWellFormed().replaceAll('\0', '\ufffd');
}

/** A producer may stamp anything; this is what both a Date and Postgres can hold. */
function instantOf(timestamp: string): Date {
  return new Date(Math.min(Math.max(Number(timestamp) || 0, 0), Date.UTC(9999, 0)));
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
