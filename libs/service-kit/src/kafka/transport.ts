import type { ServiceName } from '@cairn/contracts/services';
import { catalogStreams, type TopicKey, topics } from '@cairn/contracts/topics';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload, Kafka, Producer } from 'kafkajs';
import { lastValueFrom } from 'rxjs';
import type { DataSource } from 'typeorm';
import type { Logger } from '../telemetry/logger.js';
import { consumerLag } from '../telemetry/metrics.js';
import type { HandleEvents } from './chunk.js';
import { createPartitioner } from './client.js';
import { sendToDeadLetters } from './dead-letters.js';
import type { ConsumerGroups } from './membership.js';
import { PartitionWorker } from './partition-worker.js';

export interface TransportOptions {
  service: ServiceName;
  kafka: Kafka;
  db: DataSource;
  logger: Logger;
  groups: ConsumerGroups;
  chunkSize: number;
  /** Partitions processed at once, of each group. */
  concurrency: { main: number; catalog: number };
  /** Called after each commit, so that the relay and the due work look at once. */
  afterCommit: () => void;
}

/** Milliseconds; statements time out under a third of it. */
const sessionTimeout = 30_000;

/**
 * Nest's transport over kafkajs `eachBatch` (design.md §4): `@EventPattern(topics.x.topic)` receives a chunk of the
 * topic's decoded events, in order, with the transaction they belong to. Catalog topics have a consumer and a group of
 * their own, so that activity lag cannot hold configuration up.
 */
export class KafkaBatchTransport extends Server implements CustomTransportStrategy {
  private readonly consumers: Consumer[] = [];
  private readonly producer: Producer;

  constructor(private readonly options: TransportOptions) {
    super();
    this.producer = options.kafka.producer({ allowAutoTopicCreation: false, createPartitioner });
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      const { concurrency } = this.options;
      await this.producer.connect();
      const keys = (Object.keys(topics) as TopicKey[]).filter(
        key => this.getHandlerByPattern(topics[key].topic) !== null,
      );
      const catalog = keys.filter(key => isCatalog(key));
      await this.consume(`${this.options.service}.catalog`, catalog, concurrency.catalog);
      await this.consume(
        this.options.service,
        keys.filter(key => !isCatalog(key)),
        concurrency.main,
      );
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.consumers.map(consumer => consumer.disconnect()));
    await this.producer.disconnect();
  }

  on(): void {
    throw new Error('This transport emits nothing');
  }

  unwrap<T>(): T {
    return this.consumers as T;
  }

  private async consume(group: string, keys: readonly TopicKey[], concurrency: number): Promise<void> {
    if (keys.length === 0) return;
    const { kafka, logger } = this.options;
    const consumer = kafka.consumer({
      groupId: `cairn.${group}`,
      allowAutoTopicCreation: false,
      sessionTimeout,
      rebalanceTimeout: 60_000,
      heartbeatInterval: 3_000,
      maxWaitTimeInMs: 100,
      minBytes: 1,
      retry: {
        retries: 8,
        // kafkajs stops after its retries; a service that stays up without its consumer would look healthy.
        restartOnFailure: async () => true,
      },
    });
    this.options.groups.watch(group, consumer);
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => forgetLag(keys, payload.memberAssignment));
    this.consumers.push(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: keys.map(key => topics[key].topic), fromBeginning: true });
    const workers = new Map(
      keys.map(key => [topics[key].topic as string, this.workerOf(group, key, consumer)]),
    );
    await consumer.run({
      autoCommit: true,
      autoCommitInterval: 1_000,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrency,
      eachBatch: async (payload: EachBatchPayload) => {
        await workers.get(payload.batch.topic)?.work(payload);
      },
    });
    logger.info({ group, topics: keys }, 'consuming');
  }

  private workerOf(group: string, key: TopicKey, consumer: Consumer): PartitionWorker {
    const { kafka, db, logger, chunkSize, afterCommit } = this.options;
    return new PartitionWorker({
      db,
      kafka,
      consumer,
      logger,
      chunkSize,
      afterCommit,
      group,
      topic: topics[key].topic,
      definitions: topics[key].events,
      stream: isCatalog(key) ? key : null,
      handle: this.handlerOf(topics[key].topic),
      begin: batch => this.options.groups.begin(batch),
      bury: (message, partition, error) =>
        sendToDeadLetters(this.producer, {
          topic: topics[key].topic,
          partition,
          message,
          consumer: group,
          error,
        }),
    });
  }

  private handlerOf(pattern: string): HandleEvents {
    const handler = this.getHandlerByPattern(pattern)!;
    return async (events, context) => {
      const result = await handler(events, context);
      await lastValueFrom(this.transformToObservable(result), { defaultValue: undefined });
    };
  }
}

function isCatalog(key: TopicKey): key is (typeof catalogStreams)[number] {
  return (catalogStreams as readonly string[]).includes(key);
}

/** A partition that went to another replica leaves no lag behind here. */
function forgetLag(keys: readonly TopicKey[], assignment: Record<string, number[]>): void {
  for (const { topic, partitions } of keys.map(key => topics[key])) {
    const mine = assignment[topic] ?? [];
    for (let partition = 0; partition < partitions; partition++) {
      if (!mine.includes(partition)) consumerLag.remove({ topic, partition: String(partition) });
    }
  }
}
