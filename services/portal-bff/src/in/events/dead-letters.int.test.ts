import { randomUUID } from 'node:crypto';
import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { deadLetterItem } from '@cairn/contracts/http/dead-letter';
import { pageOf } from '@cairn/contracts/http/page';
import type { ServiceName } from '@cairn/contracts/services';
import { topics } from '@cairn/contracts/topics';
import { type RunningService, startService } from '@cairn/service-kit/bootstrap/start';
import { deriveEvent } from '@cairn/service-kit/events/derive';
import { createKafka, type Kafka } from '@cairn/service-kit/kafka/client';
import { provisionTopics } from '@cairn/service-kit/kafka/provision-topics';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { type PortalConfig, portalConfig } from '../../config.js';
import { ServiceClient } from '../../out/services/service-client.js';
import { testBrand } from '../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../testing/database.js';
import { httpClient } from '../../testing/http-client.js';
import { platformToken } from '../../testing/portal-app.js';
import { DeadLettersController } from '../http/admin/dead-letters.controller.js';
import { ListsController } from '../http/admin/lists.controller.js';
import { AuditConsumer } from './audit.js';
import { DeadLettersConsumer } from './dead-letters.js';

@Module({
  controllers: [AuditConsumer, DeadLettersConsumer, DeadLettersController, ListsController],
  providers: [ServiceClient],
})
class AuditAndLetters {}

const topic = topics.audit.topic;
/** A group of its own, so that it shares partitions with nobody. */
const name = `test-${randomUUID()}` as ServiceName;
const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');
const page = pageOf(deadLetterItem);

describe('poison on a topic', () => {
  let database: TestDatabase;
  let kafka: Kafka;
  let service: RunningService;
  let call: ReturnType<typeof httpClient>;
  let brand: { id: string; apiKey: string };

  beforeAll(async () => {
    await provisionTopics({ brokers });
    database = await testDatabase();
    const logger = createLogger('test', process.env.TEST_LOG ?? 'silent');
    kafka = createKafka({ brokers }, 'test', logger);
    const config = portalConfig.parse({
      PORT: 0,
      KAFKA_BROKERS: brokers.join(','),
      REDIS_URL: process.env.TEST_REDIS_URL,
      SERVICE_TOKEN: 'service-token-of-tests',
      LOG_LEVEL: 'silent',
      PORTAL_BFF_DATABASE_URL: database.url,
      CAIRN_PLATFORM_TOKEN: platformToken,
      PUBLIC_URL: 'http://localhost:3000',
      ...Object.fromEntries(
        ['INGESTION', 'POINTS', 'MILESTONES', 'REWARDS', 'NOTIFICATIONS'].map(of => [
          `${of}_URL`,
          'http://127.0.0.1:1',
        ]),
      ),
    });
    const databaseUrl = (of: PortalConfig) => of.PORTAL_BFF_DATABASE_URL;
    const definition = { name, config: portalConfig, databaseUrl, migrations: [], module: AuditAndLetters };
    service = await startService(definition, config, logger);
    call = httpClient(await service.app.getUrl());
    brand = await testBrand(database.db);
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    await database.drop();
  }, 60_000);

  const record = (action: string) =>
    deriveEvent(auditRecorded, {
      source: 'points',
      cause: { brandId: brand.id, causationId: randomUUID(), correlationId: 'c', acceptedAt: at },
      ordinal: 0,
      aggregate: `audit:${randomUUID()}`,
      version: 1,
      time: at,
      data: { ...auditRecorded.example, action, at },
    });
  const at = '2026-11-01T10:00:00.000Z';
  const actions = async () => {
    const { body } = await call('GET', '/api/v1/audit', { token: brand.apiKey });
    return (body.items as { action: string }[]).map(item => item.action);
  };

  it('is listed with its reason while the rest goes on, is mended, and is on the topic again', async () => {
    const poison = { ...record('mended'), data: {} };
    const producer = kafka.producer();
    await producer.connect();
    const [sent] = await producer.send({
      topic,
      messages: [poison, record('behind it')].map(one => ({ key: brand.id, value: JSON.stringify(one) })),
    });
    await producer.disconnect();
    await until('what comes behind it', async () => (await actions()).includes('behind it'));
    const letter = await until('the letter', async () => {
      const { body } = await call('GET', `/api/v1/dlq?topic=${topic}`, { token: brand.apiKey });
      return page.parse(body).items.find(item => item.consumer === name);
    });
    expect(letter).toMatchObject({
      partition: sent?.partition,
      offset: sent?.baseOffset,
      key: brand.id,
      reason: 'undecodable',
      error: expect.stringContaining('not the data of com.cairn.audit.recorded.v1'),
      value: JSON.stringify(poison),
      status: 'open',
    });
    const value = { ...poison, data: { ...auditRecorded.example, action: 'mended', at } };
    const replayed = await call('POST', `/api/v1/dlq/${letter.id}/replay`, {
      token: brand.apiKey,
      body: { value },
    });
    expect(replayed).toMatchObject({ status: 200, body: { status: 'replayed' } });
    await until('the mended one', async () => (await actions()).includes('mended'));
    expect(await actions()).toEqual(expect.arrayContaining(['dead_letter.replay', 'mended', 'behind it']));
  });
});
