import type { Kafka, Producer, TopicMessages } from 'kafkajs';
import pg from 'pg';
import { createPartitioner } from '../kafka/client.js';
import type { Logger } from '../telemetry/logger.js';
import { outboxAge } from '../telemetry/metrics.js';
import { outboxChannel } from './append.js';

interface OutboxRow {
  id: number;
  topic: string;
  key: string;
  value: string;
  age: number;
}

/** Any number that nothing else in the service's database uses. */
const relayLock = 728_190_002;

/** In order, at most a thousand and about a megabyte, at least one: Kafka refuses a batch that is too large. */
const selectRows = `
  SELECT id, topic, key, value, extract(epoch FROM clock_timestamp() - created_at)::float8 AS age
  FROM (
    SELECT *, sum(octet_length(value)) OVER (ORDER BY id) - octet_length(value) AS bytes_before
    FROM (SELECT * FROM outbox ORDER BY id LIMIT 1000) AS oldest
  ) AS sized
  WHERE bytes_before < 1000000 ORDER BY id`;

const deleteRows = 'DELETE FROM outbox WHERE id = ANY($1::bigint[])';

/** Milliseconds. */
const pollEvery = 250;
const reconnectAfter = 1_000;

/**
 * Publishes the outbox in id order and deletes what Kafka acked (design.md §3). Each replica runs one; the advisory
 * lock of its own session lets one work. It publishes what is there, never "what is greater than the last id", and a
 * second relay after a pause only causes duplicates, which versions drop.
 */
export class OutboxRelay {
  private stopping = false;
  private running: Promise<void> | undefined;
  private woken = false;
  private signal: () => void = () => undefined;

  constructor(private readonly options: { url: string; kafka: Kafka; logger: Logger; service: string }) {}

  start(): void {
    this.running = this.run();
  }

  /** Looks at once instead of at the next poll. */
  wake(): void {
    this.woken = true;
    this.signal();
  }

  /** Publishes what is there and stops. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      // One a session: kafkajs keeps its producer id for life, and cannot go on after a sequence that was lost.
      const producer = this.options.kafka.producer({
        allowAutoTopicCreation: false,
        createPartitioner,
        idempotent: true,
        maxInFlightRequests: 1,
      });
      try {
        await producer.connect();
        await this.session(producer);
      } catch (error) {
        this.options.logger.warn({ err: error }, 'outbox relay lost its session and begins again');
        if (!this.stopping) await this.pause(reconnectAfter);
      } finally {
        await producer.disconnect().catch(() => undefined);
      }
    }
  }

  private async session(producer: Producer): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: `cairn-${this.options.service}-relay`,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
      // The other end notices a relay that is gone, and gives its lock to the next.
      options:
        '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=20000',
    });
    let broken: Error | undefined;
    client.on('error', error => {
      broken = error;
      this.wake();
    });
    await client.connect();
    try {
      if (!(await this.takeLock(client))) return;
      client.on('notification', () => this.wake());
      await client.query(`LISTEN ${outboxChannel}`);
      for (;;) {
        this.woken = false;
        const published = await this.publish(client, producer);
        if (broken !== undefined) throw broken;
        if (this.stopping && published === 0) return;
        if (published === 0 && !this.woken) await this.pause(pollEvery);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** @returns false where another relay holds it and this one is to stop: then it publishes nothing. */
  private async takeLock(client: pg.Client): Promise<boolean> {
    for (;;) {
      const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [
        relayLock,
      ]);
      if (rows[0]?.held === true) return true;
      if (this.stopping) return false;
      await this.pause(reconnectAfter);
    }
  }

  private async publish(client: pg.Client, producer: Producer): Promise<number> {
    const { rows } = await client.query<OutboxRow>(selectRows);
    outboxAge.set(rows[0]?.age ?? 0);
    if (rows.length === 0) return 0;
    await producer.sendBatch({ acks: -1, topicMessages: byTopic(rows) });
    await client.query(deleteRows, [rows.map(row => row.id)]);
    return rows.length;
  }

  private pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      this.signal = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function byTopic(rows: readonly OutboxRow[]): TopicMessages[] {
  const topics = Map.groupBy(rows, row => row.topic);
  return [...topics].map(([topic, of]) => ({
    topic,
    messages: of.map(({ key, value }) => ({ key, value })),
  }));
}
