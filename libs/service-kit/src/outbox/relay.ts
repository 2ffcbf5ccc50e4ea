import { type TopicKey, topics } from '@cairn/contracts/topics';
import type { Message, Producer, TopicMessages } from 'kafkajs';
import pg from 'pg';
import { crashPoint } from '../crash-point.js';
import { traceparentHeader } from '../kafka/chunk-trace.js';
import { createKafka, createPartitioner } from '../kafka/client.js';
import type { KafkaConnection } from '../kafka/connection.js';
import { offsetsAfter, recallGroup } from '../recall/own-offsets.js';
import type { Logger } from '../telemetry/logger.js';
import { eventsPublished, outboxAge } from '../telemetry/metrics.js';
import { outboxChannel } from './append.js';
import { Lease, leasedSockets, sessionIdleLimit } from './lease.js';

interface OutboxRow {
  id: number;
  topic: string;
  key: string;
  value: string;
  traceparent: string | null;
  age: number;
}

/** Any number that nothing else in the service's database uses. */
const relayLock = 728_190_002;

/** In order, at most a thousand and about a megabyte, at least one: Kafka refuses a batch that is too large. */
const selectRows = `
  SELECT id, topic, key, value, traceparent, extract(epoch FROM clock_timestamp() - created_at)::float8 AS age
  FROM (
    SELECT *, sum(octet_length(value)) OVER (ORDER BY id) - octet_length(value) AS bytes_before
    FROM (SELECT * FROM outbox ORDER BY id LIMIT 1000) AS oldest
  ) AS sized
  WHERE bytes_before < 1000000 ORDER BY id`;

const newestRow = 'SELECT max(id) AS last FROM outbox';

/** What was published is taken off, and with it is kept how far this database knows its own streams. */
const settleRows = `
  WITH published AS (DELETE FROM outbox WHERE id = ANY($1::bigint[]))
  INSERT INTO consumer_offsets (consumer_group, topic, partition, next_offset)
  SELECT $2, topic, partition, next FROM unnest($3::text[], $4::int[], $5::bigint[]) AS own (topic, partition, next)
  ON CONFLICT (consumer_group, topic, partition)
  DO UPDATE SET next_offset = greatest(consumer_offsets.next_offset, excluded.next_offset)`;

/** Milliseconds. */
const pollEvery = 250;
const reconnectAfter = 1_000;
const heartbeatEvery = 3_000;

export interface RelayOptions {
  /** The service's database. */
  url: string;
  kafka: KafkaConnection;
  logger: Logger;
  service: string;
  /** Own streams of which the database keeps how far they go (ADR 26). */
  recalls: readonly TopicKey[];
}

/**
 * Publishes the outbox in id order and deletes what Kafka acked (design.md §3). Each replica runs one; the advisory
 * lock of its own session lets one work. It publishes what is there, never "what is greater than the last id". A relay
 * that stands still loses its session, and what it wakes up with does not get out any more (ADR 25).
 */
export class OutboxRelay {
  private stopping = false;
  private running: Promise<void> | undefined;
  private woken = false;
  private signal: () => void = () => undefined;

  private readonly own: ReadonlySet<string>;
  /** The partition of each message of the round. */
  private readonly placed = new Map<Message, number>();

  constructor(private readonly options: RelayOptions) {
    this.own = new Set(options.recalls.map(key => topics[key].topic));
  }

  start(): void {
    this.running = this.run();
  }

  /** Looks at once instead of at the next poll. */
  private wake(): void {
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
      try {
        await this.session();
      } catch (error) {
        this.options.logger.warn({ err: error }, 'outbox relay lost its session and begins again');
        if (!this.stopping) await this.pause(reconnectAfter);
      }
    }
  }

  private async session(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: `cairn-${this.options.service}-relay`,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
      // The other end notices a relay that is gone, and gives its lock to the next.
      options: `-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=20000 -c idle_session_timeout=${sessionIdleLimit}`,
    });
    let broken: Error | undefined;
    client.on('error', error => {
      broken = error;
      this.wake();
    });
    const lease = new Lease();
    const producer = this.producerUnder(lease);
    await client.connect();
    try {
      if (!(await this.takeLock(client, lease))) return;
      await beating(client, lease, () => producer.connect());
      client.on('notification', () => this.wake());
      await client.query(`LISTEN ${outboxChannel}`);
      let last: number | undefined;
      for (;;) {
        this.woken = false;
        const published = await this.publish(client, producer, lease);
        if (broken !== undefined) throw broken;
        // What other replicas add meanwhile is their relays': else a stop under load would have no end.
        if (this.stopping) last ??= await newest(client, lease);
        if (last !== undefined && (published === 0 || published >= last)) return;
        if (published === 0 && !this.woken) await this.pause(pollEvery);
      }
    } finally {
      // Whoever has the lock now says how old it is.
      outboxAge.set(0);
      await producer.disconnect().catch(() => undefined);
      await client.end().catch(() => undefined);
    }
  }

  /** One a session: kafkajs keeps its producer id for life, and cannot go on after a sequence that was lost. */
  private producerUnder(lease: Lease): Producer {
    const { kafka, service, logger } = this.options;
    return createKafka(kafka, `cairn-${service}-relay`, logger, leasedSockets(lease)).producer({
      allowAutoTopicCreation: false,
      createPartitioner: () => {
        const partitionOf = createPartitioner();
        return args => {
          const partition = partitionOf(args);
          this.placed.set(args.message, partition);
          return partition;
        };
      },
      idempotent: true,
      maxInFlightRequests: 1,
    });
  }

  /** @returns false where another relay holds it and this one is to stop: then it publishes nothing. */
  private async takeLock(client: pg.Client, lease: Lease): Promise<boolean> {
    for (;;) {
      const { rows } = await lease.proving(() =>
        client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [relayLock]),
      );
      if (rows[0]?.held === true) return true;
      if (this.stopping) return false;
      await this.pause(reconnectAfter);
    }
  }

  /** @returns the greatest id that was published, 0 where there was nothing. */
  private async publish(client: pg.Client, producer: Producer, lease: Lease): Promise<number> {
    const { rows } = await lease.proving(() => client.query<OutboxRow>(selectRows));
    outboxAge.set(rows[0]?.age ?? 0);
    if (rows.length === 0) return 0;
    const topicMessages = byTopic(rows);
    this.placed.clear();
    const acked = await beating(client, lease, () => producer.sendBatch({ acks: -1, topicMessages }));
    crashPoint('relay.after-produce', rows[0]!.topic);
    for (const { topic, messages } of topicMessages) eventsPublished.inc({ topic }, messages.length);
    const own = offsetsAfter(acked, topicMessages, this.placed).filter(({ topic }) => this.own.has(topic));
    await lease.proving(() =>
      client.query(settleRows, [
        rows.map(row => row.id),
        recallGroup,
        own.map(({ topic }) => topic),
        own.map(({ partition }) => partition),
        own.map(({ next }) => next),
      ]),
    );
    return Number(rows.at(-1)!.id);
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

/** Renews the lease while Kafka takes its time. The session has nothing else to do meanwhile. */
async function beating<Answer>(
  client: pg.Client,
  lease: Lease,
  work: () => Promise<Answer>,
): Promise<Answer> {
  let beat: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // A session that is lost fails its next statement: that says so.
    beat = beat.then(() => lease.proving(() => client.query('SELECT'))).catch(() => undefined);
  }, heartbeatEvery);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await beat;
  }
}

/** @returns the greatest id in the outbox, 0 where it is empty. */
async function newest(client: pg.Client, lease: Lease): Promise<number> {
  const { rows } = await lease.proving(() => client.query<{ last: string | null }>(newestRow));
  return Number(rows[0]?.last ?? 0);
}

function byTopic(rows: readonly OutboxRow[]): TopicMessages[] {
  return [...Map.groupBy(rows, row => row.topic)].map(([topic, of]) => ({
    topic,
    messages: of.map(({ key, value, traceparent }) => ({
      key,
      value,
      ...(traceparent === null ? {} : { headers: { [traceparentHeader]: traceparent } }),
    })),
  }));
}
