import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { DataSource } from 'typeorm';
import { crashPoint } from '../crash-point.js';
import { inTransaction } from '../postgres/sql.js';
import type { Logger } from '../telemetry/logger.js';
import { chunkSeconds, consumerLag, eventsHandled } from '../telemetry/metrics.js';
import { type ChunkOf, type MessageHandling, processChunk } from './chunk.js';
import { lockStoredOffset, storeOffset } from './stored-offsets.js';

export interface PartitionWorkerOptions<Item> extends MessageHandling<Item> {
  db: DataSource;
  kafka: Kafka;
  consumer: Consumer;
  logger: Logger;
  chunkSize: number;
  afterCommit: () => void;
  group: string;
  topic: string;
  /** Tells health that a batch is being worked on. */
  begin: (batch: string) => () => void;
  /** Null where nothing is buried: see ChunkDeps. */
  bury: ((message: KafkaMessage, partition: number, error: unknown) => Promise<void>) | null;
}

/** Milliseconds between tries of a chunk that failed for a reason that passes. */
const backOff = { first: 200, most: 15_000 };

/** Works off the batches of one topic, a chunk a transaction. Never throws into kafkajs. */
export class PartitionWorker<Item> {
  private readonly failures = new Map<number, number>();

  constructor(private readonly options: PartitionWorkerOptions<Item>) {}

  async work(payload: EachBatchPayload): Promise<void> {
    const { topic, partition } = payload.batch;
    const end = this.options.begin(`${topic} ${partition}`);
    try {
      await this.batch(payload);
    } finally {
      end();
    }
  }

  private async batch(payload: EachBatchPayload): Promise<void> {
    const { batch, heartbeat, resolveOffset, commitOffsetsIfNecessary, isRunning, isStale } = payload;
    this.measureLag(payload);
    for (let at = 0; at < batch.messages.length; at += this.options.chunkSize) {
      if (!isRunning() || isStale()) return;
      const messages = batch.messages.slice(at, at + this.options.chunkSize);
      if (!(await this.chunk(payload, messages))) return;
      resolveOffset(messages.at(-1)!.offset);
      await commitOffsetsIfNecessary();
      await heartbeat();
    }
    resolveOffset(batch.lastOffset());
  }

  /** @returns whether the batch may go on. */
  private async chunk(payload: EachBatchPayload, messages: KafkaMessage[]): Promise<boolean> {
    const { options } = this;
    const { partition } = payload.batch;
    const of: ChunkOf = {
      group: options.group,
      topic: options.topic,
      partition,
      fetchedFrom: fetchedFrom(payload),
      highWatermark: Number(payload.batch.highWatermark),
    };
    const end = chunkSeconds.startTimer({ topic: options.topic });
    try {
      const outcome = await processChunk(
        {
          db: options.db,
          decode: options.decode,
          handle: options.handle,
          bury: options.bury && ((message, error) => this.bury(message, partition, error)),
        },
        of,
        messages,
      );
      end({ outcome: outcome.kind });
      if (outcome.kind === 'seek') {
        await this.seek(of, outcome.to);
        return false;
      }
      crashPoint('chunk.after-commit', of.topic);
      this.failures.delete(partition);
      eventsHandled.inc({ topic: options.topic }, messages.length);
      options.afterCommit();
      return true;
    } catch (error) {
      end({ outcome: 'failed' });
      this.standBack(payload, error);
      return false;
    }
  }

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
    const wait = Math.min(backOff.most, backOff.first * 2 ** (failures - 1));
    this.options.logger.warn(
      { err: error, topic: this.options.topic, partition, failures, wait },
      'chunk will be retried',
    );
    const resume = payload.pause();
    setTimeout(resume, wait).unref();
  }

  /** Goes to where the database is; where Kafka has already deleted that, says so and goes to what is left. */
  private async seek(of: ChunkOf, to: number): Promise<void> {
    const { topic, partition } = of;
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
        const stored = await lockStoredOffset(sql, of);
        if ((stored ?? 0) <= to) await storeOffset(sql, of, target);
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

/** kafkajs keeps the offset that the fetch asked for on the batch, though its types do not say so. */
function fetchedFrom({ batch }: EachBatchPayload): number {
  const { fetchedOffset } = batch as { fetchedOffset?: unknown };
  if (typeof fetchedOffset !== 'string' && typeof fetchedOffset !== 'number') {
    throw new Error('kafkajs no longer tells the fetched offset: stored offsets cannot be checked');
  }
  return Number(fetchedOffset);
}
