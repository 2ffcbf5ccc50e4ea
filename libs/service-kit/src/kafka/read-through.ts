import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Kafka, KafkaMessage } from 'kafkajs';

export interface ReadThrough {
  kafka: Kafka;
  topic: string;
  /** Of the group to read as, which is forgotten afterwards. */
  groupPrefix: string;
  /** Called with what a partition brought, in order, one call at a time; throwing ends the reading. */
  take: (messages: readonly KafkaMessage[]) => Promise<void>;
}

/** Milliseconds between looks whether all is read. */
const lookEvery = 50;

/**
 * Reads a topic from its beginning to where it ended when this was called; nobody else's reading is touched by it. Resolves
 * with the number of messages. @throws what `take` threw, or what ended the consumer.
 */
export async function readThrough({ kafka, topic, groupPrefix, take }: ReadThrough): Promise<number> {
  const ends = await endsOf(kafka, topic);
  if (ends.size === 0) return 0;
  const groupId = `${groupPrefix}.${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 100 });
  let failure: unknown;
  let read = 0;
  const left = new Map(ends);
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) failure ??= payload.error;
  });
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch, heartbeat }) => {
        const end = ends.get(batch.partition) ?? 0;
        try {
          const messages = batch.messages.filter(message => Number(message.offset) < end);
          await take(messages);
          read += messages.length;
        } catch (error) {
          failure ??= error;
          return;
        }
        if (Number(batch.lastOffset()) + 1 >= end) left.delete(batch.partition);
        await heartbeat();
      },
    });
    while (left.size > 0 && failure === undefined) await wait(lookEvery);
  } finally {
    await consumer.disconnect();
  }
  if (failure !== undefined) throw failure;
  return read;
}

/** The offset behind the last message of each partition that has any. */
async function endsOf(kafka: Kafka, topic: string): Promise<Map<number, number>> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return new Map(
      offsets
        .filter(({ high, low }) => Number(high) > Number(low))
        .map(({ partition, high }) => [partition, Number(high)]),
    );
  } finally {
    await admin.disconnect();
  }
}
