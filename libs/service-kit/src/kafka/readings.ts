import type { Envelope } from '@cairn/contracts/envelope';
import { catalogStreams, deadLetterTopic, type TopicKey, topics } from '@cairn/contracts/topics';
import type { Consumer, EachBatchPayload, Producer } from 'kafkajs';
import { recordApplied } from '../catalog/applied.js';
import { decodeEvent } from '../events/decode.js';
import { recallGroup } from '../recall/own-offsets.js';
import { raiseVersions } from '../recall/raise-versions.js';
import type { MessageHandling } from './chunk.js';
import type { ChunkQueue } from './chunk-queue.js';
import { type DeadLetterRecord, deadLettersPattern, letterOf } from './dead-letter-reader.js';
import { deadLetterPartitions, sendToDeadLetters } from './dead-letters.js';
import { TopicWorker, type TopicWorkerOptions } from './topic-worker.js';

/** A topic that a group reads, and what works it off. */
export interface Reading {
  topic: string;
  partitions: number;
  workerOn: (consumer: Consumer, queue: ChunkQueue) => { work(payload: EachBatchPayload): Promise<void> };
}

export interface ReadingDeps
  extends Pick<
    TopicWorkerOptions<unknown>,
    'db' | 'kafka' | 'logger' | 'chunkSize' | 'afterCommit' | 'begin'
  > {
  /** For what is buried. */
  producer: Producer;
  /** Nest's handler of a pattern. */
  handlerOf: <Item>(pattern: string) => MessageHandling<Item>['handle'];
}

type Catalog = (typeof catalogStreams)[number];

export function isCatalog(key: TopicKey): key is Catalog {
  return (catalogStreams as readonly string[]).includes(key);
}

/** How a service's handlers get what is in the topics: events, dead letters, and its own streams after a restore. */
export class Readings {
  constructor(private readonly deps: ReadingDeps) {}

  eventsOf(group: string, key: TopicKey): Reading {
    const { topic, partitions, events } = topics[key];
    const handle = this.deps.handlerOf<Envelope>(topic);
    const workerOn = this.workersOf<Envelope>(group, topic, {
      decode: message => decodeEvent(message.value, events),
      handle: async (chunk, context) => {
        await handle(chunk, context);
        if (isCatalog(key)) await recordApplied(context.sql, key, chunk);
      },
      eventOf: event => event,
      bury: (message, partition, error) =>
        sendToDeadLetters(this.deps.producer, { topic, partition, message, consumer: group, error }),
    });
    return { topic, partitions, workerOn };
  }

  lettersOf(group: string, key: TopicKey): Reading {
    const { topic: origin } = topics[key];
    const topic = deadLetterTopic(origin);
    const workerOn = this.workersOf<DeadLetterRecord>(group, topic, {
      decode: (message, partition) => letterOf(origin, message, partition),
      handle: this.deps.handlerOf<DeadLetterRecord>(deadLettersPattern),
      bury: null,
    });
    return { topic, partitions: deadLetterPartitions, workerOn };
  }

  /** An own stream (ADR 26). */
  recallOf(key: TopicKey): Pick<Reading, 'topic' | 'workerOn'> {
    const { topic, events } = topics[key];
    const workerOn = this.workersOf<Envelope>(recallGroup, topic, {
      decode: message => decodeEvent(message.value, events),
      handle: isCatalog(key)
        ? (of, { sql }) => raiseVersions(sql, key, of)
        : this.deps.handlerOf<Envelope>(topic),
      // Its readers have dealt with it: here it is only skipped.
      bury: async () => undefined,
    });
    return { topic, workerOn };
  }

  private workersOf<Item>(
    group: string,
    topic: string,
    handling: Pick<TopicWorkerOptions<Item>, 'decode' | 'handle' | 'eventOf' | 'bury'>,
  ): Reading['workerOn'] {
    const { db, kafka, logger, chunkSize, afterCommit, begin } = this.deps;
    return (consumer, queue) =>
      new TopicWorker({
        db,
        kafka,
        logger,
        chunkSize,
        afterCommit,
        begin,
        consumer,
        queue,
        group,
        topic,
        ...handling,
      });
  }
}
