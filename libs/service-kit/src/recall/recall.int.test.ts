import { randomUUID } from 'node:crypto';
import type { EventOf } from '@cairn/contracts/envelope';
import { actionChanged } from '@cairn/contracts/events/catalog/action-changed';
import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { topics } from '@cairn/contracts/topics';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { Producer } from 'kafkajs';
import { type RunningService, startService } from '../bootstrap/start.js';
import { baseConfig } from '../config/base-config.js';
import { scheduleWork } from '../due-work/due-work.js';
import { DueWorkRunner } from '../due-work/runner.js';
import { deriveEvent } from '../events/derive.js';
import { createKafka } from '../kafka/client.js';
import { provisionTopics } from '../kafka/provision-topics.js';
import { appendToOutbox } from '../outbox/append.js';
import { plumbingMigration } from '../postgres/plumbing-migration.js';
import { inTransaction, onPool } from '../postgres/sql.js';
import { tracesMigration } from '../postgres/traces-migration.js';
import { createLogger } from '../telemetry/logger.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { until } from '../testing/until.js';

const { topic } = topics.receipts;
const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');
const logger = createLogger('test', 'silent');
const brandId = randomUUID();

/** What was recalled of this brand; the topic is others' too. */
let recalled: string[] = [];
let held: Promise<void> = Promise.resolve();

@Controller()
class Recall {
  @EventPattern<string>(topic)
  async handle(@Payload() events: EventOf<typeof receiptChanged>[]): Promise<void> {
    const ours = events.filter(event => event.brandid === brandId);
    recalled.push(...ours.map(event => event.data.eventId));
    if (ours.length > 0) await held;
  }
}

@Module({ controllers: [Recall] })
class RecallModule {}

let database: TestDatabase;
let producer: Producer;
let service: RunningService | undefined;

const start = async () => {
  const config = baseConfig.parse({
    PORT: 0,
    KAFKA_BROKERS: brokers.join(','),
    REDIS_URL: process.env.TEST_REDIS_URL,
    SERVICE_TOKEN: 'a-token-for-tests-only',
    LOG_LEVEL: 'silent',
  });
  recalled = [];
  service = await startService(
    {
      name: 'points',
      config: baseConfig,
      databaseUrl: () => database.url,
      migrations: [],
      module: RecallModule,
      recalls: ['receipts', 'catalogEarning'],
    },
    config,
    logger,
  );
  return service;
};

const stop = async () => {
  await service?.stop();
  service = undefined;
};

const cause = { brandId, causationId: randomUUID(), correlationId: 'c', acceptedAt: '2026-11-01T00:00:00Z' };

const receipt = (eventId: string) =>
  deriveEvent(receiptChanged, {
    source: 'points',
    cause,
    ordinal: eventId,
    aggregate: `receipt:${brandId}:${eventId}`,
    version: 1,
    time: '2026-11-01T00:00:00Z',
    data: { ...receiptChanged.example, eventId },
  });

beforeAll(async () => {
  await provisionTopics({ brokers });
  database = await createTestDatabase([plumbingMigration, tracesMigration]);
  producer = createKafka({ brokers }, 'test', logger).producer();
  await producer.connect();
}, 60_000);

afterAll(async () => {
  await stop();
  await producer.disconnect();
  await database.drop();
}, 60_000);

describe('a service that recalls its own streams', () => {
  it('reads what its database does not know before it does anything else', async () => {
    await producer.send({ topic, messages: [{ key: brandId, value: JSON.stringify(receipt('lost')) }] });
    const action = deriveEvent(actionChanged, {
      source: 'points',
      cause,
      ordinal: 'action',
      aggregate: `catalog:catalogEarning:${brandId}`,
      version: 7,
      time: '2026-11-01T00:00:00Z',
      data: actionChanged.example,
    });
    await producer.send({
      topic: topics.catalogEarning.topic,
      messages: [{ key: `${brandId}:action:1`, value: JSON.stringify(action) }],
    });
    const dueAt = '2026-01-01T00:00:00Z';
    await scheduleWork(onPool(database.db), [{ kind: 'mail', key: 'one', brandId, payload: {}, dueAt }]);
    const goOn = Promise.withResolvers<void>();
    held = goOn.promise;
    let isUp = false;
    const starting = start().then(started => {
      isUp = true;
      return started;
    });
    await until('the lost event is recalled', () => recalled.length > 0);
    const claims = await onPool(database.db).query('SELECT attempts FROM due_work');
    expect({ isUp, recalled, claims }).toEqual({
      isUp: false,
      recalled: ['lost'],
      claims: [{ attempts: 0 }],
    });
    goOn.resolve();
    const runner = (await starting).app.get(DueWorkRunner);
    const performed: string[] = [];
    const perform = async ({ key }: { key: string }) => {
      performed.push(key);
    };
    runner.register({ kind: 'mail', concurrency: 1, leaseMs: 60_000, perform });
    await until('the work is done', () => {
      runner.wake();
      return performed.length > 0;
    });
    expect(
      await onPool(database.db).query('SELECT version FROM catalog_versions WHERE brand_id = $1', [brandId]),
    ).toEqual([{ version: 7 }]);
  });

  it('knows what it publishes itself, and recalls it only where its database was set back', async () => {
    const selectKnown =
      "SELECT topic, partition, next_offset FROM consumer_offsets WHERE consumer_group = 'recall'";
    const before = await onPool(database.db).query(selectKnown);
    await inTransaction(database.db, sql =>
      appendToOutbox(sql, [
        { topic: 'receipts', key: brandId, event: receipt('first') },
        { topic: 'receipts', key: brandId, event: receipt('second') },
      ]),
    );
    await until('the outbox is empty', async () => {
      return (await onPool(database.db).query('SELECT FROM outbox')).length === 0;
    });
    await stop();
    await start();
    expect(recalled).toEqual([]);
    await stop();
    await onPool(database.db).query("DELETE FROM consumer_offsets WHERE consumer_group = 'recall'");
    for (const { topic: of, partition, next_offset: next } of before) {
      await onPool(database.db).query("INSERT INTO consumer_offsets VALUES ('recall', $1, $2, $3)", [
        of,
        partition,
        next,
      ]);
    }
    await start();
    expect(recalled).toEqual(['first', 'second']);
  });
});
