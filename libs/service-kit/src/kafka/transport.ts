import { setTimeout as wait } from 'node:timers/promises';
import type { Envelope } from '@cairn/contracts/envelope';
import type { ServiceName } from '@cairn/contracts/services';
import { catalogStreams, deadLetterTopic, type TopicKey, topics } from '@cairn/contracts/topics';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload, Kafka, Producer } from 'kafkajs';
import { lastValueFrom } from 'rxjs';
import type { DataSource } from 'typeorm';
import { recordApplied } from '../catalog/applied.js';
import { crashPoint } from '../crash-point.js';
import { decodeEvent } from '../events/decode.js';
import { recallGroup } from '../recall/own-offsets.js';
import { raiseVersions } from '../recall/raise-versions.js';
import { recall } from '../recall/recall.js';
import type { Logger } from '../telemetry/logger.js';
import { consumerLag } from '../telemetry/metrics.js';
import type { ChunkContext, MessageHandling } from './chunk.js';
import { ChunkQueue } from './chunk-queue.js';
import { createPartitioner } from './client.js';
import { type DeadLetterRecord, deadLettersPattern, letterOf } from './dead-letter-reader.js';
import { deadLetterPartitions, sendToDeadLetters } from './dead-letters.js';
import type { ConsumerGroups } from './membership.js';
import { seekToStored } from './seek-to-stored.js';
import { TopicWorker, type TopicWorkerOptions } from './topic-worker.js';

/** Milliseconds until a consumer that gave up is made anew. */
const consumeAgainAfter = 1_000;

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
  private closing = false;
  private readonly producer: Producer;

  constructor(private readonly options: TransportOptions) {
    super();
    this.producer = options.kafka.producer({ allowAutoTopicCreation: false, createPartitioner });
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      const { service, concurrency } = this.options;
      await this.producer.connect();
      const keys = Object.keys(topics) as TopicKey[];
      await this.recall();
      const handled = keys.filter(
        key => this.getHandlerByPattern(topics[key].topic) !== null && !this.options.recalls.includes(key),
      );
      const events = (group: string, of: readonly TopicKey[]) => of.map(key => this.eventsOf(group, key));
      const catalogGroup = `${service}.catalog`;
      const catalog = handled.filter(key => isCatalog(key));
      await this.consume(catalogGroup, events(catalogGroup, catalog), concurrency.catalog);
      const main = handled.filter(key => !isCatalog(key));
      await this.consume(service, events(service, main), concurrency.main);
      if (this.getHandlerByPattern(deadLettersPattern) !== null) {
        const group = `${service}.dlq`;
        const letters = keys.map(key => this.lettersOf(group, key));
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
    await this.producer.disconnect();
  }

  on(): void {
    throw new Error('This transport emits nothing');
  }

  unwrap<T>(): T {
    return [...this.consumers.values()] as T;
  }

  private async recall(): Promise<void> {
    const { recalls, kafka, db, logger, service, chunkSize } = this.options;
    const queue = new ChunkQueue(1, chunkSize);
    const streams = recalls.map(key => {
      const { topic, events } = topics[key];
      const handle = isCatalog(key)
        ? (of: Envelope[], { sql }: ChunkContext) => raiseVersions(sql, key, of)
        : this.handlerOf<Envelope>(topic);
      const workerOn = this.workersOf<Envelope>(recallGroup, topic, {
        decode: message => decodeEvent(message.value, events),
        handle,
        // Its readers have dealt with it: here it is only skipped.
        bury: async () => undefined,
      });
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
      seekToStored({ kafka, db, consumer }, group, groupId, memberAssignment).catch(error =>
        logger.warn({ err: error, group }, 'stored offsets could not be compared: the next batch does'),
      );
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

  private eventsOf(group: string, key: TopicKey): Reading {
    const { topic, partitions, events } = topics[key];
    const handle = this.handlerOf<Envelope>(topic);
    const workerOn = this.workersOf<Envelope>(group, topic, {
      decode: message => decodeEvent(message.value, events),
      handle: async (chunk, context) => {
        await handle(chunk, context);
        if (isCatalog(key)) await recordApplied(context.sql, key, chunk);
      },
      bury: (message, partition, error) =>
        sendToDeadLetters(this.producer, { topic, partition, message, consumer: group, error }),
    });
    return { topic, partitions, workerOn };
  }

  private lettersOf(group: string, key: TopicKey): Reading {
    const { topic: origin } = topics[key];
    const topic = deadLetterTopic(origin);
    const workerOn = this.workersOf<DeadLetterRecord>(group, topic, {
      decode: (message, partition) => letterOf(origin, message, partition),
      handle: this.handlerOf<DeadLetterRecord>(deadLettersPattern),
      bury: null,
    });
    return { topic, partitions: deadLetterPartitions, workerOn };
  }

  private workersOf<Item>(
    group: string,
    topic: string,
    handling: Pick<TopicWorkerOptions<Item>, 'decode' | 'handle' | 'bury'>,
  ): Reading['workerOn'] {
    const { kafka, db, logger, chunkSize, afterCommit, groups } = this.options;
    const begin = (chunk: string) => groups.begin(chunk);
    return (consumer, queue) =>
      new TopicWorker({
        db,
        kafka,
        consumer,
        logger,
        chunkSize,
        queue,
        afterCommit,
        group,
        topic,
        begin,
        ...handling,
      });
  }

  private handlerOf<Item>(pattern: string): MessageHandling<Item>['handle'] {
    const handler = this.getHandlerByPattern(pattern)!;
    return async (items, context) => {
      const result = await handler(items, context);
      await lastValueFrom(this.transformToObservable(result), { defaultValue: undefined });
    };
  }
}

/** A topic that a group reads, and what works it off. */
interface Reading {
  topic: string;
  partitions: number;
  workerOn: (consumer: Consumer, queue: ChunkQueue) => { work(payload: EachBatchPayload): Promise<void> };
}

function isCatalog(key: TopicKey): key is (typeof catalogStreams)[number] {
  return (catalogStreams as readonly string[]).includes(key);
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
