import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { DataSource } from 'typeorm';
import { crashPoint } from '../crash-point.js';
import { inTransaction, sqlState } from '../postgres/sql.js';
import type { Logger } from '../telemetry/logger.js';
import { chunkSeconds, consumerLag } from '../telemetry/metrics.js';
import { type ChunkDeps, type MessageHandling, type Part, type PartOutcome, processChunk } from './chunk.js';
import type { ChunkQueue } from './chunk-queue.js';
import { lockStoredOffsets, storeOffsets } from './stored-offsets.js';

export interface TopicWorkerOptions<Item> extends MessageHandling<Item> {
  db: DataSource;
  kafka: Kafka;
  consumer: Consumer;
  logger: Logger;
  chunkSize: number;
  /** The group's: chunks are made across its partitions. */
  queue: ChunkQueue;
  afterCommit: () => void;
  group: string;
  topic: string;
  /** Tells health that a chunk is being worked on. */
  begin: (chunk: string) => () => void;
  /** Null where nothing is buried: see ChunkDeps. */
  bury: ((message: KafkaMessage, partition: number, error: unknown) => Promise<void>) | null;
}

/** SQLSTATE query_canceled. */
const statementTimeout = '57014';

/** Milliseconds between tries of a partition that failed for a reason that passes. */
const backOff = { first: 200, most: 15_000 };

/** Works off the batches of one topic, a chunk a transaction. Never throws into kafkajs. */
export class TopicWorker<Item> {
  private readonly failures = new Map<number, number>();
  /** Messages a chunk, of partitions whose chunks ran out of time: half after each time, an eighth more after a success. */
  private readonly sizes = new Map<number, number>();

  constructor(private readonly options: TopicWorkerOptions<Item>) {}

  async work(payload: EachBatchPayload): Promise<void> {
    const { batch, heartbeat, resolveOffset, commitOffsetsIfNecessary, isRunning, isStale } = payload;
    this.measureLag(payload);
    for (let at = 0; at < batch.messages.length; ) {
      if (!isRunning() || isStale()) return;
      const messages = batch.messages.slice(at, at + this.sizeOf(batch.partition));
      if (!(await this.messages(payload, messages))) return;
      at += messages.length;
      resolveOffset(messages.at(-1)!.offset);
      await commitOffsetsIfNecessary();
      await heartbeat();
    }
    resolveOffset(batch.lastOffset());
  }

  /** @returns whether the batch may go on. */
  private async messages(payload: EachBatchPayload, messages: KafkaMessage[]): Promise<boolean> {
    const { partition, highWatermark } = payload.batch;
    const part = {
      partition,
      fetchedFrom: fetchedFrom(payload),
      highWatermark: Number(highWatermark),
      messages,
    };
    const outcome = await this.options.queue.add(this.chunk, part, { alone: this.failures.has(partition) });
    switch (outcome.kind) {
      case 'failed':
        this.standBack(payload, outcome.error);
        return false;
      case 'seek':
        await this.seek(partition, outcome.to).catch(error => this.standBack(payload, error));
        return false;
      case 'done':
        crashPoint('chunk.after-commit', this.options.topic);
        this.failures.delete(partition);
        this.resize(partition, size => size + Math.ceil(size / 8));
        return true;
    }
  }

  private sizeOf(partition: number): number {
    return this.sizes.get(partition) ?? this.options.chunkSize;
  }

  private resize(partition: number, next: (size: number) => number): void {
    const size = next(this.sizeOf(partition));
    if (size < this.options.chunkSize) this.sizes.set(partition, size);
    else this.sizes.delete(partition);
  }

  private readonly chunk = async (parts: readonly Part[]): Promise<PartOutcome[]> => {
    const { db, decode, handle, eventOf, bury, group, topic } = this.options;
    const endBatch = this.options.begin(`${topic} ${parts.map(({ partition }) => partition)}`);
    const endTimer = chunkSeconds.startTimer({ topic });
    const deps: ChunkDeps<Item> = {
      db,
      of: { group, topic },
      decode,
      handle,
      ...(eventOf === undefined ? {} : { eventOf }),
      bury: bury && ((message, partition, error) => this.bury(message, partition, error)),
    };
    const outcomes = await processChunk(deps, parts);
    endTimer({ outcome: worst(outcomes) });
    endBatch();
    if (outcomes.some(({ kind }) => kind === 'done')) this.options.afterCommit();
    return outcomes;
  };

  private async bury(message: KafkaMessage, partition: number, error: unknown): Promise<void> {
    this.options.logger.error(
      { err: error, topic: this.options.topic, partition, offset: message.offset },
      'message dead-lettered: inspect it in the dead-letter topic, mend the cause, replay it',
    );
    await this.options.bury?.(message, partition, error);
  }

  /** Pauses the partition for a growing while; the group's other partitions and the heartbeats go on. */
  private standBack(payload: EachBatchPayload, error: unknown): void {
    const { partition } = payload.batch;
    const failures = (this.failures.get(partition) ?? 0) + 1;
    this.failures.set(partition, failures);
    // What a slow disk does not look up in time at once, it does in parts.
    if (sqlState(error) === statementTimeout)
      this.resize(partition, size => Math.max(1, Math.floor(size / 2)));
    const wait = Math.min(backOff.most, backOff.first * 2 ** (failures - 1));
    this.options.logger.warn(
      { err: error, topic: this.options.topic, partition, failures, wait },
      'partition will be retried',
    );
    const resume = payload.pause();
    setTimeout(resume, wait).unref();
  }

  /** Goes to where the database is; where Kafka has already deleted that, says so and goes to what is left. */
  private async seek(partition: number, to: number): Promise<void> {
    const { group, topic } = this.options;
    const low = await this.lowOffset(topic, partition);
    if (to < low && to > 0) {
      this.options.logger.error(
        { topic, partition, stored: to, low },
        'messages between the stored offset and the start of the log are gone: restore the topic or accept the loss',
      );
    }
    const target = Math.max(to, low);
    if (target > to || to === 0) {
      await inTransaction(this.options.db, async sql => {
        const stored = await lockStoredOffsets(sql, { group, topic }, [partition]);
        if ((stored.get(partition) ?? 0) <= to) {
          await storeOffsets(sql, { group, topic }, new Map([[partition, target]]));
        }
      });
    }
    this.options.consumer.seek({ topic, partition, offset: String(target) });
  }

  private async lowOffset(topic: string, partition: number): Promise<number> {
    const admin = this.options.kafka.admin();
    await admin.connect();
    try {
      const offsets = await admin.fetchTopicOffsets(topic);
      return Number(offsets.find(entry => entry.partition === partition)?.low ?? 0);
    } finally {
      await admin.disconnect();
    }
  }

  private measureLag({ batch }: EachBatchPayload): void {
    const lag = Math.max(0, Number(batch.offsetLag()));
    consumerLag.set({ topic: batch.topic, partition: String(batch.partition) }, lag);
  }
}

/** The word by which a chunk is counted. */
function worst(outcomes: readonly PartOutcome[]): PartOutcome['kind'] {
  const kinds = outcomes.map(({ kind }) => kind);
  return kinds.find(kind => kind === 'failed') ?? kinds.find(kind => kind === 'seek') ?? 'done';
}

/** kafkajs keeps the offset that the fetch asked for on the batch, though its types do not say so. */
function fetchedFrom({ batch }: EachBatchPayload): number {
  const { fetchedOffset } = batch as { fetchedOffset?: unknown };
  if (typeof fetchedOffset !== 'string' && typeof fetchedOffset !== 'number') {
    throw new Error('kafkajs no longer tells the fetched offset: stored offsets cannot be checked');
  }
  return Number(fetchedOffset);
}
