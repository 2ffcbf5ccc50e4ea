import { setTimeout as wait } from 'node:timers/promises';
import { type TopicKey, topics } from '@cairn/contracts/topics';
import type { Kafka } from 'kafkajs';
import type { DataSource } from 'typeorm';
import { onPool } from '../postgres/sql.js';
import type { Logger } from '../telemetry/logger.js';

export interface RecallOptions {
  kafka: Kafka;
  db: DataSource;
  logger: Logger;
  /** As consumer_offsets names it. */
  group: string;
  streams: readonly TopicKey[];
  /** Ends the wait without a result. */
  over: AbortSignal;
}

interface End {
  topic: string;
  partition: number;
  offset: number;
}

const selectBehind = `
  SELECT topic, partition FROM unnest($2::text[], $3::int[], $4::bigint[]) AS ends (topic, partition, "end")
  WHERE NOT EXISTS (
    SELECT FROM consumer_offsets o
    WHERE o.consumer_group = $1 AND o.topic = ends.topic AND o.partition = ends.partition
      AND o.next_offset >= ends."end")`;

/** Milliseconds between looks, and between looks that failed. */
const lookEvery = 100;
const retryEvery = 1_000;

/**
 * Waits until this database has read the streams to where they ended when it was called (ADR 26).
 * @returns whether it has; false where `over` came first.
 */
export async function untilRecalled(options: RecallOptions): Promise<boolean> {
  const { logger, over, streams } = options;
  if (streams.length === 0) return true;
  let ends: readonly End[] | undefined;
  while (!over.aborted) {
    let pause = lookEvery;
    try {
      ends ??= await endsOf(options);
      ends = await behind(options, ends);
      if (ends.length === 0) return true;
    } catch (error) {
      logger.warn({ err: error }, 'cannot tell yet whether the own streams are recalled: due work waits');
      pause = retryEvery;
    }
    await wait(pause, undefined, { signal: over }).catch(() => undefined);
  }
  return false;
}

async function endsOf({ kafka, streams }: RecallOptions): Promise<End[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends: End[] = [];
    for (const { topic } of streams.map(key => topics[key])) {
      for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
        // What retention has emptied brings nothing to read, and nothing to store an offset for.
        if (Number(high) > Number(low)) ends.push({ topic, partition, offset: Number(high) });
      }
    }
    return ends;
  } finally {
    await admin.disconnect();
  }
}

async function behind({ db, group }: RecallOptions, ends: readonly End[]): Promise<End[]> {
  const left = await onPool(db).query<{ topic: string; partition: number }>(selectBehind, [
    group,
    ends.map(end => end.topic),
    ends.map(end => end.partition),
    ends.map(end => end.offset),
  ]);
  const open = new Set(left.map(({ topic, partition }) => `${topic} ${partition}`));
  return ends.filter(({ topic, partition }) => open.has(`${topic} ${partition}`));
}
