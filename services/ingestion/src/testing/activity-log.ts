import { randomUUID } from 'node:crypto';
import { type Envelope, envelope } from '@cairn/contracts/envelope';
import { topics } from '@cairn/contracts/topics';
import { createKafka } from '@cairn/service-kit/kafka/client';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { until } from '@cairn/service-kit/testing/until';

interface Logged {
  key: string;
  partition: number;
  event: Envelope;
}

export interface ActivityLog {
  /** All that Kafka has of a brand by now, in the order of each partition. */
  of(brandId: string): Promise<Logged[]>;
  stop(): Promise<void>;
}

/** Reads the activity topic from where it ends now. */
export async function activityLog(brokers: readonly string[]): Promise<ActivityLog> {
  const kafka = createKafka({ brokers }, 'test', createLogger('test', 'silent'));
  const { topic } = topics.activity;
  const admin = kafka.admin();
  await admin.connect();
  const ends = () =>
    // A topic that was made a moment ago has partitions that nobody leads yet.
    until('every partition has a leader', () =>
      admin.fetchTopicOffsets(topic).then(
        offsets => offsets.map(({ partition, high }) => ({ partition, high: Number(high) })),
        () => undefined,
      ),
    );
  const read = new Map((await ends()).map(({ partition, high }) => [partition, high]));
  const logged: Logged[] = [];
  const consumer = kafka.consumer({ groupId: `test-${randomUUID()}` });
  // Before that there is nothing to seek in.
  const joined = new Promise(resolve => consumer.on(consumer.events.GROUP_JOIN, resolve));
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ partition, message }) => {
      read.set(partition, Number(message.offset) + 1);
      const event = envelope.parse(JSON.parse(String(message.value)));
      logged.push({ key: String(message.key), partition, event: { ...event, data: event.data } });
    },
  });
  await joined;
  for (const [partition, offset] of read) consumer.seek({ topic, partition, offset: String(offset) });
  return {
    async of(brandId) {
      const upTo = await ends();
      await until('all of the activity topic is read', () =>
        upTo.every(({ partition, high }) => (read.get(partition) ?? 0) >= high),
      );
      return logged.filter(({ event }) => event.brandid === brandId);
    },
    async stop() {
      await consumer.disconnect();
      await admin.disconnect();
    },
  };
}
