import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KafkaMessage } from 'kafkajs';
import { createLogger } from '../telemetry/logger.js';
import { createKafka, type Kafka } from './client.js';
import { readThrough } from './read-through.js';

const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');
const topic = `test.read-through.${randomUUID()}`;
const empty = `test.read-through.${randomUUID()}`;

let kafka: Kafka;

beforeAll(async () => {
  kafka = createKafka({ brokers }, 'test', createLogger('test', 'silent'));
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    waitForLeaders: true,
    topics: [topic, empty].map(each => ({ topic: each, numPartitions: 3 })),
  });
  await admin.disconnect();
  await produce(0, 200);
}, 60_000);

async function produce(from: number, count: number): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  const messages = Array.from({ length: count }, (_, i) => ({ key: `k${i % 20}`, value: String(from + i) }));
  await producer.send({ topic, messages });
  await producer.disconnect();
}

afterAll(async () => {
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteTopics({ topics: [topic, empty] });
  await admin.disconnect();
});

const read = async (of: string, take: (messages: readonly KafkaMessage[]) => Promise<void>) =>
  await readThrough({ kafka, topic: of, groupPrefix: 'test.read-through', take });

describe('readThrough', () => {
  it('reads everything that is there, in order of each key, and again the next time', async () => {
    for (let time = 0; time < 2; time++) {
      const byKey = new Map<string, number[]>();
      const count = await read(topic, async messages => {
        for (const { key, value } of messages)
          byKey.set(String(key), [...(byKey.get(String(key)) ?? []), Number(value)]);
      });
      expect(count).toBe(200);
      expect(byKey.size).toBe(20);
      for (const values of byKey.values()) expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  }, 60_000);

  it('ends where the topic ended when it began', async () => {
    let later: Promise<void> | undefined;
    const count = await read(topic, async () => {
      later ??= produce(200, 50);
      await later;
    });
    expect(count).toBe(200);
  }, 60_000);

  it('a topic without messages is read at once', async () => {
    expect(await read(empty, async () => undefined)).toBe(0);
  });

  it('ends with what the reader throws', async () => {
    await expect(
      read(topic, async () => {
        throw new Error('no room');
      }),
    ).rejects.toThrow('no room');
  }, 60_000);
});
