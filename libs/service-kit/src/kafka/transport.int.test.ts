import { randomUUID } from 'node:crypto';
import type { EventOf } from '@cairn/contracts/envelope';
import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { deadLetterTopic, topics } from '@cairn/contracts/topics';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { Producer } from 'kafkajs';
import { type RunningService, startService } from '../bootstrap/start.js';
import { baseConfig } from '../config/base-config.js';
import { DomainError } from '../domain-error.js';
import { deriveEvent } from '../events/derive.js';
import { appendToOutbox } from '../outbox/append.js';
import { sqlMigration } from '../postgres/migrate.js';
import { plumbingMigration } from '../postgres/plumbing-migration.js';
import { inTransaction, onPool } from '../postgres/sql.js';
import { tracesMigration } from '../postgres/traces-migration.js';
import { createLogger } from '../telemetry/logger.js';
import { chunkSeconds, deadLetters } from '../telemetry/metrics.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { until } from '../testing/until.js';
import type { ChunkContext } from './chunk.js';
import { createKafka, type Kafka } from './client.js';
import { provisionTopics } from './provision-topics.js';

type AuditEvent = EventOf<typeof auditRecorded>;

const topic = topics.audit.topic;
const brandId = randomUUID();
const garbage = `not json ${brandId}`;

/** Throws so many times before it lets a chunk with the action `flaky` pass. */
let failuresLeft = 0;

@Controller()
class Recorder {
  @EventPattern<string>(topic)
  async handle(@Payload() events: AuditEvent[], @Ctx() { sql }: ChunkContext): Promise<void> {
    const slow = events.filter(event => mine(event) && event.data.action.startsWith('slow')).length;
    if (slow > 0) {
      await sql.query('SET LOCAL statement_timeout = 300');
      await sql.query('SELECT pg_sleep($1)', [slow * 0.2]);
    }
    for (const event of events.filter(mine)) {
      if (event.data.action === 'poison') throw new DomainError('bad_action', 'never');
      if (event.data.action === 'flaky' && failuresLeft-- > 0) throw new Error('the database is away');
      await sql.query('INSERT INTO seen (action) VALUES ($1)', [event.data.action]);
    }
  }
}

const mine = (event: AuditEvent) => event.brandid === brandId;

@Module({ controllers: [Recorder] })
class RecorderModule {}

const seenMigration = sqlMigration(
  'Seen1763900000001',
  'CREATE TABLE seen (place bigint GENERATED ALWAYS AS IDENTITY, action text NOT NULL)',
);

let database: TestDatabase;
let kafka: Kafka;
let producer: Producer;
let service: RunningService;
const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');

async function start(): Promise<void> {
  const config = baseConfig.parse({
    PORT: 0,
    KAFKA_BROKERS: brokers.join(','),
    REDIS_URL: process.env.TEST_REDIS_URL,
    SERVICE_TOKEN: 'a-token-for-tests-only',
    LOG_LEVEL: 'silent',
    CHUNK_SIZE: 4,
  });
  const definition = {
    // A group that no service of the table uses with this topic.
    name: 'ingestion' as const,
    config: baseConfig,
    databaseUrl: () => database.url,
    migrations: [],
    module: RecorderModule,
  };
  service = await startService(definition, config, createLogger('test', process.env.TEST_LOG ?? 'silent'));
}

beforeAll(async () => {
  await provisionTopics({ brokers });
  database = await createTestDatabase([plumbingMigration, tracesMigration, seenMigration]);
  kafka = createKafka({ brokers }, 'test', createLogger('test', process.env.TEST_LOG ?? 'silent'));
  producer = kafka.producer();
  await producer.connect();
  await start();
}, 60_000);

afterAll(async () => {
  await service.stop();
  await producer.disconnect();
  await database.drop();
}, 60_000);

const record = (action: string) =>
  deriveEvent(auditRecorded, {
    source: 'points',
    cause: { brandId, causationId: randomUUID(), correlationId: 'c', acceptedAt: '2026-11-01T00:00:00Z' },
    ordinal: 0,
    aggregate: `audit:${randomUUID()}`,
    version: 1,
    time: '2026-11-01T00:00:00Z',
    data: { ...auditRecorded.example, action },
  });

const send = (...values: string[]) =>
  producer.send({ topic, messages: values.map(value => ({ key: brandId, value })) });

const seen = async () =>
  (await onPool(database.db).query<{ action: string }>('SELECT action FROM seen ORDER BY place')).map(
    row => row.action,
  );

const seenToEnd = (last: string) =>
  until(`${last} is seen`, async () => {
    const actions = await seen();
    return actions.at(-1) === last && actions;
  });

const events = (...actions: string[]) => actions.map(action => JSON.stringify(record(action)));

/** Chunks of the topic that were put off so far. */
async function failedChunks(): Promise<number> {
  const { values } = await chunkSeconds.get();
  const counted = values.filter(({ metricName }) => metricName?.endsWith('_count'));
  return counted.find(({ labels }) => labels.topic === topic && labels.outcome === 'failed')?.value ?? 0;
}

/** How many letters of ours the dead-letter topic has taken. */
async function deadLetterEnd(): Promise<number> {
  const { values } = await deadLetters.get();
  return values.filter(({ labels }) => labels.topic === topic).reduce((sum, { value }) => sum + value, 0);
}

describe('the batch transport', () => {
  it('hands over what comes, in order, and only the poison goes to the dead letters', async () => {
    const letters: { reason: string; value: string }[] = [];
    const consumer = kafka.consumer({ groupId: `test-${randomUUID()}` });
    await consumer.connect();
    await consumer.subscribe({ topics: [deadLetterTopic(topic)], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        letters.push({ reason: String(message.headers?.['cairn-reason']), value: String(message.value) });
      },
    });
    const [a, b, poison, c, d, e] = events('a', 'b', 'poison', 'c', 'd', 'e');
    await send(
      a!,
      garbage,
      b!,
      poison!,
      c!,
      d!,
      JSON.stringify({ ...record('x'), type: 'com.cairn.later.v9' }),
      e!,
    );
    expect(await seenToEnd('e')).toEqual(['a', 'b', 'c', 'd', 'e']);
    const own = await until('both dead letters', () => {
      const found = letters.filter(letter => letter.value === garbage || letter.value === poison);
      return found.length === 2 && found;
    });
    expect(own.map(letter => letter.reason).sort()).toEqual(['bad_action', 'undecodable']);
    await consumer.disconnect();
  }, 60_000);

  it('waits out what passes: a failing chunk is retried whole, and nothing is dead-lettered', async () => {
    failuresLeft = 3;
    await send(...events('f', 'flaky', 'g'));
    expect((await seenToEnd('g')).slice(-3)).toEqual(['f', 'flaky', 'g']);
    expect(failuresLeft).toBeLessThan(0);
  }, 60_000);

  it('waits for a database that is away, and puts nothing into the dead letters', async () => {
    const before = await deadLetterEnd();
    const failed = await failedChunks();
    await database.outage(async () => {
      await send(...events('away-1', 'away-2'));
      await until('the chunk was tried, and tried again', async () => (await failedChunks()) >= failed + 2);
    });
    expect((await seenToEnd('away-2')).slice(-2)).toEqual(['away-1', 'away-2']);
    expect(await deadLetterEnd()).toBe(before);
  }, 60_000);

  it('does in parts what runs out of time as a whole, in order', async () => {
    await send(...events('slow-1', 'slow-2', 'slow-3', 'slow-4', 'after-slow'));
    const actions = await seenToEnd('after-slow');
    expect(actions.slice(-5)).toEqual(['slow-1', 'slow-2', 'slow-3', 'slow-4', 'after-slow']);
  });

  it('continues from the database’s own past when that was restored, though nothing new comes', async () => {
    const [sent] = await send(...events('r1', 'r2', 'r3'));
    const before = await seenToEnd('r3');
    await service.stop();
    await inTransaction(database.db, async sql => {
      await sql.query("DELETE FROM seen WHERE action IN ('r1', 'r2', 'r3')");
      await sql.query('UPDATE consumer_offsets SET next_offset = $3 WHERE topic = $1 AND partition = $2', [
        topic,
        sent!.partition,
        sent!.baseOffset,
      ]);
    });
    await start();
    expect(await seenToEnd('r3')).toEqual(before);
    await send(...events('h'));
    expect(await seenToEnd('h')).toEqual([...before, 'h']);
  }, 60_000);

  it('reads a topic again from its beginning where the stored offset is gone, without a new message', async () => {
    const before = await seen();
    await service.stop();
    await inTransaction(database.db, async sql => {
      await sql.query('TRUNCATE seen');
      await sql.query('DELETE FROM consumer_offsets WHERE topic = $1', [topic]);
    });
    await start();
    expect(await seenToEnd('h')).toEqual(before);
  }, 60_000);

  it('skips what this database has done already, however often Kafka brings it', async () => {
    const before = await seen();
    await service.stop();
    const admin = kafka.admin();
    await admin.connect();
    await admin.resetOffsets({ groupId: 'cairn.ingestion', topic, earliest: true });
    await admin.disconnect();
    await start();
    await send(...events('i'));
    expect(await seenToEnd('i')).toEqual([...before, 'i']);
  }, 60_000);

  it('takes what several partitions bring at once together, and what fails there apart', async () => {
    const buried = await deadLetterEnd();
    await service.stop();
    const [first, poison, flaky] = events('first', 'poison', 'flaky');
    await producer.send({
      topic,
      messages: [first!, poison!, flaky!].map((value, partition) => ({
        key: brandId,
        value,
        partition,
      })),
    });
    failuresLeft = 4;
    await start();
    // Which of the two comes first is open: each is tried again by itself.
    await until('both are seen', async () => {
      const last = new Set((await seen()).slice(-2));
      return last.has('first') && last.has('flaky');
    });
    expect(await deadLetterEnd()).toBe(buried + 1);
  }, 60_000);
});

describe('the outbox', () => {
  it('publishes in id order what was committed, and nothing of what was rolled back', async () => {
    const outgoing = (action: string) => ({ topic: 'audit' as const, key: brandId, event: record(action) });
    await inTransaction(database.db, sql => appendToOutbox(sql, ['o1', 'o2'].map(outgoing)));
    await inTransaction(database.db, async sql => {
      await appendToOutbox(sql, [outgoing('lost')]);
      throw new Error('rolled back');
    }).catch(() => undefined);
    await inTransaction(database.db, sql => appendToOutbox(sql, [outgoing('o3')]));
    expect((await seenToEnd('o3')).slice(-3)).toEqual(['o1', 'o2', 'o3']);
    expect(
      await until(
        'the outbox is empty',
        async () => (await onPool(database.db).query('SELECT 1 FROM outbox')).length === 0,
      ),
    ).toBe(true);
  }, 60_000);
});
