import { type ISocketFactory, Kafka, logLevel, Partitioners } from 'kafkajs';
import type { Logger } from '../telemetry/logger.js';
import type { KafkaConnection } from './connection.js';
import { partitionKeyOf } from './partition-key.js';

const levels = {
  [logLevel.ERROR]: 'error',
  [logLevel.WARN]: 'warn',
  [logLevel.INFO]: 'debug',
  [logLevel.DEBUG]: 'trace',
  [logLevel.NOTHING]: 'trace',
} as const;

export { Kafka };

/** The one place that makes a kafkajs client; its log lines go through the service's logger. */
export function createKafka(
  { brokers, ...security }: KafkaConnection,
  clientId: string,
  logger: Logger,
  socketFactory?: ISocketFactory,
): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    ...security,
    ...(socketFactory === undefined ? {} : { socketFactory }),
    retry: { initialRetryTime: 100, maxRetryTime: 5_000, retries: 8 },
    logCreator:
      () =>
      ({ level, namespace, log }) =>
        logger[levels[level]]({ kafka: namespace, ...(log.error ? { error: log.error } : {}) }, log.message),
  });
}

const byKey = Partitioners.DefaultPartitioner();

/** Java-compatible murmur2 over the partition key, which is the message key except on catalog topics. */
export const createPartitioner: typeof Partitioners.DefaultPartitioner = () => args =>
  byKey({ ...args, message: { ...args.message, key: partitionKeyOf(args.topic, String(args.message.key)) } });
