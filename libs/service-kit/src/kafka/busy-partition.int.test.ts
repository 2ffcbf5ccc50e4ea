import { randomUUID } from 'node:crypto';
import type { EventOf } from '@cairn/contracts/envelope';
import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { topics } from '@cairn/contracts/topics';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { Producer } from 'kafkajs';
import { type RunningService, startService } from '../bootstrap/start.js';
import { baseConfig } from '../config/base-config.js';
import { deriveEvent } from '../events/derive.js';
import { plumbingMigration } from '../postgres/plumbing-migration.js';
import { tracesMigration } from '../postgres/traces-migration.js';
import { createLogger } from '../telemetry/logger.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { until } from '../testing/until.js';
import { createKafka } from './client.js';
import { provisionTopics } from './provision-topics.js';

const topic = topics.audit.topic;
const brandId = randomUUID();
const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');

const seen: string[] = [];
/** What the backlog waits for. */
const { promise: gate, resolve: openGate } = Promise.withResolvers<void>();
let isAtGate = false;

@Controller()
class Recorder {
  @EventPattern<string>(topic)
  async handle(@Payload() events: EventOf<typeof auditRecorded>[]): Promise<void> {
    const mine = events.filter(event => event.brandid === brandId);
    if (mine.some(event => event.data.action === 'busy')) {
      isAtGate = true;
      await gate;
    }
    seen.push(...mine.map(event => event.data.action));
  }
}

@Module({ controllers: [Recorder] })
class RecorderModule {}

let database: TestDatabase;
let service: RunningService;
let producer: Producer;

beforeAll(async () => {
  await provisionTopics({ brokers });
  database = await createTestDatabase([plumbingMigration, tracesMigration]);
  producer = createKafka({ brokers }, 'test', createLogger('test', 'silent')).producer();
  await producer.connect();
  const config = baseConfig.parse({
    PORT: 0,
    KAFKA_BROKERS: brokers.join(','),
    REDIS_URL: process.env.TEST_REDIS_URL,
    SERVICE_TOKEN: 'a-token-for-tests-only',
    LOG_LEVEL: 'silent',
  });
  const definition = {
    // A group that no service of the table uses with this topic, nor another test.
    ...{ name: 'rewards' as const, config: baseConfig, migrations: [], module: RecorderModule },
    databaseUrl: () => database.url,
  };
  service = await startService(definition, config, createLogger('test', 'silent'));
}, 60_000);

afterAll(async () => {
  openGate();
  await service.stop();
  await producer.disconnect();
  await database.drop();
}, 60_000);

const value = (action: string) =>
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

it('a partition with a backlog holds its neighbours up by one fetch of it, not by all of it', async () => {
  const [sends, each] = [60, 50];
  // In record batches of their own, as they come in: a broker gives out whole ones alone.
  for (let n = 0; n < sends; n++) {
    const messages = Array.from({ length: each }, () => ({ value: value('busy'), partition: 0 }));
    await producer.send({ topic, messages });
  }
  await until('the backlog is begun', async () => isAtGate);
  await producer.send({ topic, messages: [{ value: value('neighbour'), partition: 1 }] });
  openGate();
  await until('all are seen', async () => seen.length > sends * each);
  expect(seen.indexOf('neighbour')).toBeLessThan((sends * each) / 4);
}, 60_000);
