import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { DataSource } from 'typeorm';
import { onPool } from '../postgres/sql.js';
import type { Logger } from '../telemetry/logger.js';
import { recallGroup } from './own-offsets.js';

export interface RecallOptions {
  kafka: Kafka;
  db: DataSource;
  logger: Logger;
  service: string;
  /** The service's own streams, and what works off a batch of each. */
  streams: readonly OwnStream[];
}

export interface OwnStream {
  topic: string;
  workerOn: (consumer: Consumer) => { work(payload: EachBatchPayload): Promise<void> };
}

interface End {
  topic: string;
  partition: number;
  offset: number;
}

const selectKnown = `
  SELECT ends.topic, ends.partition, ends."end", greatest(coalesce(o.next_offset, 0), 0) AS next
  FROM unnest($2::text[], $3::int[], $4::bigint[]) AS ends (topic, partition, "end")
  LEFT JOIN consumer_offsets o
    ON o.consumer_group = $1 AND o.topic = ends.topic AND o.partition = ends.partition`;

interface Known {
  topic: string;
  partition: number;
  end: number;
  /** Offset to read next. */
  next: number;
}

/** Milliseconds until brokers are asked again that are busy with themselves. */
const askAgainAfter = 500;

/** Milliseconds between looks whether all is read. */
const lookEvery = 50;

/**
 * Reads what a service has said beyond what its database knows to have said: nothing in ordinary life, a few events
 * after a crash between Kafka's ack and the outbox' delete, and after the database was restored to an earlier instant
 * all that it has forgotten (ADR 26). Resolves when the streams are read to where they ended when it was called; until
 * then the service must neither consume, nor do due work, nor take commands.
 */
export async function recall(options: RecallOptions): Promise<void> {
  const { kafka, db, logger, service, streams } = options;
  const ends = await settledEndsOf(kafka, streams, logger);
  const known = await knownOf(db, ends);
  const forgotten = known.filter(isForgotten);
  if (forgotten.length === 0) return;
  logger.info({ forgotten }, 'recalling what this service has said');
  const consumer = kafka.consumer({
    // A group of its own: there is no member that died whose place must first become free.
    groupId: `cairn.${service}.recall.${randomUUID()}`,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 100,
    retry: { retries: 8, restartOnFailure: async () => true },
  });
  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const { topic, partition, next } of known) {
      consumer.seek({ topic, partition, offset: String(next) });
    }
  });
  const topics = new Set(forgotten.map(({ topic }) => topic));
  const workers = new Map(
    streams
      .filter(({ topic }) => topics.has(topic))
      .map(({ topic, workerOn }) => [topic, workerOn(consumer)]),
  );
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: async payload => {
        await workers.get(payload.batch.topic)?.work(payload);
      },
    });
    while (await isBehind(db, ends, logger)) await wait(lookEvery);
  } finally {
    await consumer.disconnect();
  }
  logger.info({ streams: [...topics] }, 'recalled');
}

/** Partitions change leaders while brokers start and topics are made: a service that starts beside them waits for that. */
async function settledEndsOf(kafka: Kafka, streams: readonly OwnStream[], logger: Logger): Promise<End[]> {
  for (;;) {
    try {
      return await endsOf(kafka, streams);
    } catch (error) {
      if (!isRetriable(error)) throw error;
      logger.warn({ err: error }, 'Kafka cannot tell yet how far the streams go: it is asked again');
      await wait(askAgainAfter);
    }
  }
}

/** kafkajs says so of errors that pass. */
function isRetriable(error: unknown): boolean {
  return (error as { retriable?: unknown } | null)?.retriable === true;
}

async function endsOf(kafka: Kafka, streams: readonly OwnStream[]): Promise<End[]> {
  if (streams.length === 0) return [];
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends: End[] = [];
    for (const { topic } of streams) {
      for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
        // What retention has emptied brings nothing to read.
        if (Number(high) > Number(low)) ends.push({ topic, partition, offset: Number(high) });
      }
    }
    return ends;
  } finally {
    await admin.disconnect();
  }
}

function isForgotten({ next, end }: Known): boolean {
  return next < end;
}

async function knownOf(db: DataSource, ends: readonly End[]): Promise<Known[]> {
  if (ends.length === 0) return [];
  return await onPool(db).query<Known>(selectKnown, [
    recallGroup,
    ends.map(end => end.topic),
    ends.map(end => end.partition),
    ends.map(end => end.offset),
  ]);
}

async function isBehind(db: DataSource, ends: readonly End[], logger: Logger): Promise<boolean> {
  try {
    return (await knownOf(db, ends)).some(isForgotten);
  } catch (error) {
    logger.warn({ err: error }, 'cannot tell yet whether all is recalled');
    return true;
  }
}
