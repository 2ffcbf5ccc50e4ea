import { randomUUID } from 'node:crypto';
import { createKafka, createPartitioner } from '@cairn/service-kit/kafka/client';
import { createLogger } from '@cairn/service-kit/telemetry/logger';

/** A producer on the running copy's broker, for messages that no service would send. */
export async function poisoner() {
  const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');
  const kafka = createKafka({ brokers }, 'poison', createLogger('test', 'silent'));
  const producer = kafka.producer({ allowAutoTopicCreation: false, createPartitioner });
  await producer.connect();
  return {
    /** Puts any text on a topic under a key of the brand. */
    send: async (topic: string, brandId: string, value: string, key = `${brandId}:${randomUUID()}`) => {
      await producer.send({ topic, acks: -1, messages: [{ key, value }] });
    },
    close: () => producer.disconnect(),
  };
}
