import { randomUUID } from 'node:crypto';
import type { EventOf } from '@cairn/contracts/envelope';
import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import type { ServiceName } from '@cairn/contracts/services';
import { deadLetterTopic, topics } from '@cairn/contracts/topics';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { Producer } from 'kafkajs';
import { type RunningService, startService } from '../bootstrap/start.js';
import { baseConfig } from '../config/base-config.js';
import { DomainError } from '../domain-error.js';
import { deriveEvent } from '../events/derive.js';
import { appendRawToOutbox } from '../outbox/append.js';
import { sqlMigration } from '../postgres/migrate.js';
import { plumbingMigration } from '../postgres/plumbing-migration.js';
import { inTransaction, onPool } from '../postgres/sql.js';
import { tracesMigration } from '../postgres/traces-migration.js';
import { createLogger } from '../telemetry/logger.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { until } from '../testing/until.js';
import type { ChunkContext } from './chunk.js';
import { createKafka } from './client.js';
import { type DeadLetterRecord, deadLettersPattern } from './dead-letter-reader.js';
import { provisionTopics } from './provision-topics.js';

const topic = topics.audit.topic;
const brandId = randomUUID();
/** A group of its own, so that it shares partitions with nobody. */
const name = `test-${randomUUID()}` as ServiceName;

/** How often the reader of the dead letters fails before it lets any pass. */
let failuresLeft = 2;

const insertLetters = `
  INSERT INTO letters (place, letter, value)
  SELECT * FROM unnest($1::bigint[], $2::jsonb[], $3::bytea[])`;

@Controller()
class Handlers {
  @EventPattern<string>(topic)
  async recorded(
    @Payload() events: EventOf<typeof auditRecorded>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    for (const event of events.filter(one => one.brandid === brandId)) {
      if (event.data.action === 'poison') throw new DomainError('bad_action', 'it never works');
      await sql.query('INSERT INTO seen (action) VALUES ($1)', [event.data.action]);
    }
  }

  @EventPattern<string>(deadLettersPattern)
  async letters(@Payload() letters: DeadLetterRecord[], @Ctx() { sql }: ChunkContext): Promise<void> {
    if (failuresLeft-- > 0) throw new DomainError('refused', 'for now');
    const mine = letters.filter(({ value }) => value?.includes(brandId));
    await sql.query(insertLetters, [
      mine.map(letter => letter.dlqOffset),
      mine.map(({ value: _, ...letter }) => JSON.stringify(letter)),
      mine.map(letter => letter.value),
    ]);
  }
}

@Module({ controllers: [Handlers] })
class HandlersModule {}

const tables = sqlMigration(
  'Letters1763900000001',
  `CREATE TABLE seen (action text NOT NULL);
   CREATE TABLE letters (place bigint PRIMARY KEY, letter jsonb NOT NULL, value bytea NOT NULL);`,
);

const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');
const logger = createLogger('test', process.env.TEST_LOG ?? 'silent');
let database: TestDatabase;
let producer: Producer;
let service: RunningService;

beforeAll(async () => {
  await provisionTopics({ brokers });
  database = await createTestDatabase([plumbingMigration, tracesMigration, tables]);
  producer = createKafka({ brokers }, 'test', logger).producer();
  await producer.connect();
  const config = baseConfig.parse({
    PORT: 0,
    KAFKA_BROKERS: brokers.join(','),
    REDIS_URL: process.env.TEST_REDIS_URL,
    SERVICE_TOKEN: 'a-token-for-tests-only',
    LOG_LEVEL: 'silent',
  });
  service = await startService(
    { name, config: baseConfig, databaseUrl: () => database.url, migrations: [], module: HandlersModule },
    config,
    logger,
  );
}, 60_000);

afterAll(async () => {
  await service.stop();
  await producer.disconnect();
  await database.drop();
}, 60_000);

const record = (action: string) =>
  JSON.stringify(
    deriveEvent(auditRecorded, {
      source: 'points',
      cause: { brandId, causationId: randomUUID(), correlationId: 'c', acceptedAt: '2026-11-01T00:00:00Z' },
      ordinal: 0,
      aggregate: `audit:${randomUUID()}`,
      version: 1,
      time: '2026-11-01T00:00:00Z',
      data: { ...auditRecorded.example, action },
    }),
  );

interface Row {
  letter: Omit<DeadLetterRecord, 'value'>;
  value: Buffer;
}

const lettersWhere = (matches: (row: Row) => boolean) =>
  until('the letter', async () => {
    const rows = await onPool(database.db).query<Row>('SELECT letter, value FROM letters ORDER BY place');
    const found = rows.filter(matches);
    return found.length > 0 && found;
  });

const seen = (action: string) =>
  until(
    `${action} is seen`,
    async () =>
      (await onPool(database.db).query('SELECT 1 FROM seen WHERE action = $1', [action])).length > 0,
  );

describe('the reader of dead letters', () => {
  it('gets what could not be processed, with the reason, however often it failed itself', async () => {
    const value = record('poison');
    const [sent] = await producer.send({
      topic,
      messages: [{ key: brandId, value, headers: { traceparent: '00-ab' } }],
    });
    const letters = await lettersWhere(row => row.value.toString() === value);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.letter).toMatchObject({
      topic,
      key: brandId,
      partition: sent!.partition,
      offset: Number(sent!.baseOffset),
      reason: 'bad_action',
      error: 'it never works',
      stack: expect.stringContaining('dead-letter-reader'),
      consumer: name,
      headers: { traceparent: '00-ab' },
      dlqPartition: 0,
    });
    expect(Date.now() - Date.parse(String(letters[0]!.letter.at))).toBeLessThan(60_000);
    expect(failuresLeft).toBeLessThan(0);
  });

  it('gets what is no text at all, byte for byte', async () => {
    const value = Buffer.concat([Buffer.from([0, 0xff, 0xfe]), Buffer.from(brandId)]);
    await producer.send({ topic, messages: [{ key: brandId, value }] });
    const [found] = await lettersWhere(row => row.value.equals(value));
    expect(found!.letter).toMatchObject({ reason: 'undecodable', error: 'not JSON' });
  });

  it('gets what somebody put there by hand, without any header', async () => {
    const value = `by hand ${brandId}`;
    await producer.send({ topic: deadLetterTopic(topic), messages: [{ key: 'a\0b', value }] });
    const [found] = await lettersWhere(row => row.value.toString() === value);
    expect(found!.letter).toMatchObject({
      topic,
      partition: null,
      offset: null,
      key: 'a\ufffdb',
      reason: 'unknown',
      error: '',
      consumer: '',
      headers: {},
    });
  });

  it('sends a mended one back to its topic by the outbox, by whatever key', async () => {
    await inTransaction(database.db, sql =>
      appendRawToOutbox(sql, [
        { topic, key: brandId, value: record('mended') },
        { topic, key: null, value: record('without a key') },
      ]),
    );
    await seen('mended');
    await seen('without a key');
  });

  it.each([
    ['an unknown topic', { topic: 'cairn.nowhere.v1', key: null, value: '{}' }, 'unknown_topic'],
    ['a NUL', { topic, key: null, value: '\0' }, 'invalid_input'],
    ['a key with a NUL', { topic, key: '\0', value: '{}' }, 'invalid_input'],
  ])('does not take %s into the outbox', async (_, message, code) => {
    await expect(inTransaction(database.db, sql => appendRawToOutbox(sql, [message]))).rejects.toMatchObject({
      code,
    });
  });
});
