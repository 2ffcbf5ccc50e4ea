import { topics } from '@cairn/contracts/topics';
import { Kafka, logLevel } from 'kafkajs';
import { z } from 'zod';
import { quantile } from '../measure/statistics.js';
import type { Bed } from '../stack/bed.js';

/** How long after it was accepted a sale had come so far, median in milliseconds. */
export interface Hop {
  readonly name: string;
  readonly median: number;
  readonly sales: number;
}

const hopTopics = [
  { topic: topics.activity.topic, judged: null, sent: 'ingestion has routed it and sends it to Kafka' },
  {
    topic: topics.entries.topic,
    judged: 'points begins the chunk that judges it',
    sent: 'points’ relay sends the entry to Kafka',
  },
  {
    topic: topics.milestones.topic,
    judged: 'milestones begins the chunk that counts it',
    sent: 'milestones’ relay sends the progress to Kafka',
  },
] as const;

const stamped = z.object({ acceptedat: z.string(), time: z.string() });

/** Where the topics end now: what comes later is looked at by `hopsSince`. */
export async function marksOf(bed: Bed): Promise<Map<string, Map<number, number>>> {
  return new Map(
    await Promise.all(hopTopics.map(async ({ topic }) => [topic, await bed.kafka.ends(topic)] as const)),
  );
}

/**
 * Each step of the sales that came since `marks`, by what the events and Kafka's records say of themselves: `acceptedat`
 * travels along the chain, `time` is when a service began to judge, a record's timestamp is when it was handed to Kafka.
 */
export async function hopsSince(bed: Bed, marks: Map<string, Map<number, number>>): Promise<Hop[]> {
  const hops: Hop[] = [];
  for (const { topic, judged, sent } of hopTopics) {
    const { judgedAfter, sentAfter } = await delays(bed, topic, marks.get(topic) ?? new Map());
    if (sentAfter.length === 0) continue;
    if (judged !== null)
      hops.push({ name: judged, median: quantile(judgedAfter, 0.5), sales: judgedAfter.length });
    hops.push({ name: sent, median: quantile(sentAfter, 0.5), sales: sentAfter.length });
  }
  return hops;
}

async function delays(bed: Bed, topic: string, from: ReadonlyMap<number, number>) {
  const ends = await bed.kafka.ends(topic);
  const left = new Map([...ends].filter(([partition, end]) => end > (from.get(partition) ?? 0)));
  const judgedAfter: number[] = [];
  const sentAfter: number[] = [];
  if (left.size === 0) return { judgedAfter, sentAfter };
  const kafka = new Kafka({ clientId: 'bench-hops', brokers: [...bed.brokers], logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `bench-hops-${process.pid}-${topic}-${Date.now()}` });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic] });
    await new Promise<void>((resolve, reject) => {
      consumer
        .run({
          autoCommit: false,
          eachMessage: async ({ partition, message }) => {
            const end = left.get(partition);
            if (end === undefined || Number(message.offset) < (from.get(partition) ?? 0)) return;
            const { acceptedat, time } = stamped.parse(JSON.parse(message.value!.toString('utf8')));
            judgedAfter.push(Date.parse(time) - Date.parse(acceptedat));
            sentAfter.push(Number(message.timestamp) - Date.parse(acceptedat));
            if (Number(message.offset) + 1 >= end) left.delete(partition);
            if (left.size === 0) resolve();
          },
        })
        .catch(reject);
      for (const [partition] of ends)
        consumer.seek({ topic, partition, offset: String(from.get(partition) ?? 0) });
    });
  } finally {
    await consumer.disconnect();
  }
  return { judgedAfter, sentAfter };
}
