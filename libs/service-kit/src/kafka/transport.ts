import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceName } from '@cairn/contracts/services';
import { type TopicKey, topics } from '@cairn/contracts/topics';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload, Kafka, Producer } from 'kafkajs';
import { lastValueFrom } from 'rxjs';
import type { DataSource } from 'typeorm';
import { crashPoint } from '../crash-point.js';
import { recall } from '../recall/recall.js';
import type { Logger } from '../telemetry/logger.js';
import { consumerLag } from '../telemetry/metrics.js';
import type { MessageHandling } from './chunk.js';
import { ChunkQueue } from './chunk-queue.js';
import { createPartitioner } from './client.js';
import { deadLettersPattern } from './dead-letter-reader.js';
import type { ConsumerGroups } from './membership.js';
import { isCatalog, type Reading, Readings } from './readings.js';
import { seekToStored } from './seek-to-stored.js';

/** Milliseconds until a consumer that gave up is made anew. */
const consumeAgainAfter = 1_000;

/** Milliseconds that a stop waits for consumers that are still looking at stored offsets. */
const seekingAtStop = 5_000;

export interface TransportOptions {
  service: ServiceName;
  /** See ServiceDefinition. */
  recalls: readonly TopicKey[];
  kafka: Kafka;
  db: DataSource;
  logger: Logger;
  groups: ConsumerGroups;
  chunkSize: number;
  /** Milliseconds without a heartbeat after which a consumer's partitions go to another. */
  sessionTimeout: number;
  /** Transactions at once, of each group. */
  concurrency: { main: number; catalog: number };
  /** Called after each commit, so that the due work looks at once. */
  afterCommit: () => void;
}

/**
 * Nest's transport over kafkajs `eachBatch` (design.md §4): `@EventPattern(topics.x.topic)` receives a chunk of the
 * topic's decoded events, in order, with the transaction they belong to. Catalog topics have a consumer and a group of
 * their own, so that activity lag cannot hold configuration up; so have the dead letters, for who reads them.
 */
export class KafkaBatchTransport extends Server implements CustomTransportStrategy {
  private readonly consumers = new Map<string, Consumer>();
  /** Consumers that are taken back to where their database stands. */
  private readonly seeking = new Set<Promise<void>>();
  private closing = false;
  private readonly producer: Producer;
  private readonly readings: Readings;

  constructor(private readonly options: TransportOptions) {
    super();
    this.producer = options.kafka.producer({ allowAutoTopicCreation: false, createPartitioner });
    this.readings = new Readings({
      ...options,
      producer: this.producer,
      begin: chunk => options.groups.begin(chunk),
      handlerOf: pattern => this.handlerOf(pattern),
    });
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      const { service, concurrency, recalls } = this.options;
      await this.producer.connect();
      const keys = Object.keys(topics) as TopicKey[];
      await this.recall(recalls);
      const handled = keys.filter(
        key => this.getHandlerByPattern(topics[key].topic) !== null && !recalls.includes(key),
      );
      const events = (group: string, of: readonly TopicKey[]) =>
        of.map(key => this.readings.eventsOf(group, key));
      const catalogGroup = `${service}.catalog`;
      const catalog = handled.filter(key => isCatalog(key));
      await this.consume(catalogGroup, events(catalogGroup, catalog), concurrency.catalog);
      const main = handled.filter(key => !isCatalog(key));
      await this.consume(service, events(service, main), concurrency.main);
      if (this.getHandlerByPattern(deadLettersPattern) !== null) {
        const group = `${service}.dlq`;
        const letters = keys.map(key => this.readings.lettersOf(group, key));
        await this.consume(group, letters, 1);
      }
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.consumers.values()].map(consumer => consumer.disconnect()));
    // Each has a connection of its own, and would outlive the service. While Kafka is away they go on trying.
    await Promise.race([Promise.all(this.seeking), wait(seekingAtStop, undefined, { ref: false })]);
    await this.producer.disconnect();
  }

  on(): void {
    throw new Error('This transport emits nothing');
  }

  unwrap<T>(): T {
    return [...this.consumers.values()] as T;
  }

  private async recall(keys: readonly TopicKey[]): Promise<void> {
    const { kafka, db, logger, service, chunkSize } = this.options;
    const queue = new ChunkQueue(1, chunkSize);
    const streams = keys.map(key => {
      const { topic, workerOn } = this.readings.recallOf(key);
      return { topic, workerOn: (consumer: Consumer) => workerOn(consumer, queue) };
    });
    await recall({ kafka, db, logger, service, streams });
  }

  private async consume(group: string, readings: readonly Reading[], lanes: number): Promise<void> {
    if (readings.length === 0) return;
    const { kafka, db, logger, sessionTimeout, chunkSize } = this.options;
    const groupId = `cairn.${group}`;
    const consumer = kafka.consumer({
      groupId,
      allowAutoTopicCreation: false,
      sessionTimeout,
      rebalanceTimeout: 60_000,
      heartbeatInterval: sessionTimeout / 10,
      // How long a fetch that finds nothing hangs: what comes ends it at once.
      maxWaitTimeInMs: 500,
      minBytes: 1,
      // About a chunk. kafkajs fetches anew when all that it has fetched is done: so long do partitions without a backlog
      // wait for one with a backlog.
      maxBytesPerPartition: 262_144,
      retry: {
        retries: 8,
        // kafkajs stops after its retries; a service that stays up without its consumer would look healthy.
        restartOnFailure: async () => true,
      },
    });
    this.options.groups.watch(group, consumer);
    consumer.on(consumer.events.REBALANCING, () => crashPoint('rebalance.begun', group));
    consumer.on(consumer.events.GROUP_JOIN, ({ payload: { memberAssignment } }) => {
      crashPoint('rebalance.joined', group);
      forgetLag(readings, memberAssignment);
      const seeking = seekToStored({ kafka, db, consumer }, group, groupId, memberAssignment)
        .catch(error =>
          logger.warn({ err: error, group }, 'stored offsets could not be compared: the next batch does'),
        )
        .finally(() => this.seeking.delete(seeking));
      this.seeking.add(seeking);
    });
    // kafkajs asks `restartOnFailure` only about failures that it takes for passing: a coordinator that is not found, as
    // while a broker starts, is none to it.
    consumer.on(consumer.events.CRASH, async ({ payload: { error, restart } }) => {
      if (restart) return;
      logger.warn({ err: error, group }, 'consumer gave up and is made anew');
      await this.again(group, readings, lanes);
    });
    this.consumers.set(group, consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: readings.map(({ topic }) => topic), fromBeginning: true });
    const queue = new ChunkQueue(lanes, chunkSize);
    const workers = new Map(readings.map(({ topic, workerOn }) => [topic, workerOn(consumer, queue)]));
    await consumer.run({
      autoCommit: true,
      autoCommitInterval: 1_000,
      eachBatchAutoResolve: false,
      // All of them: the queue says how many transactions that makes.
      partitionsConsumedConcurrently: readings.reduce((sum, { partitions }) => sum + partitions, 0),
      eachBatch: async (payload: EachBatchPayload) => {
        await workers.get(payload.batch.topic)?.work(payload);
      },
    });
    logger.info({ group, topics: [...workers.keys()] }, 'consuming');
  }

  private async again(group: string, readings: readonly Reading[], lanes: number): Promise<void> {
    const { logger } = this.options;
    for (;;) {
      await wait(consumeAgainAfter);
      if (this.closing) return;
      try {
        return await this.consume(group, readings, lanes);
      } catch (error) {
        logger.warn({ err: error, group }, 'consumer could not be made anew and is tried again');
        await this.consumers.get(group)?.disconnect();
      }
    }
  }

  private handlerOf<Item>(pattern: string): MessageHandling<Item>['handle'] {
    const handler = this.getHandlerByPattern(pattern)!;
    return async (items, context) => {
      const result = await handler(items, context);
      await lastValueFrom(this.transformToObservable(result), { defaultValue: undefined });
    };
  }
}

/** A partition that went to another replica leaves no lag behind here. */
function forgetLag(readings: readonly Reading[], assignment: Record<string, number[]>): void {
  for (const { topic, partitions } of readings) {
    const mine = assignment[topic] ?? [];
    for (let partition = 0; partition < partitions; partition++) {
      if (!mine.includes(partition)) consumerLag.remove({ topic, partition: String(partition) });
    }
  }
}
