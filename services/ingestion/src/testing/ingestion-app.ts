import 'reflect-metadata';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type RunningService, startService } from '@cairn/service-kit/bootstrap/start';
import { provisionTopics } from '@cairn/service-kit/kafka/provision-topics';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { Module } from '@nestjs/common';
import { migrations } from '../../migrations/all.js';
import { type IngestionConfig, ingestionConfig } from '../config.js';
import { definition } from '../definition.js';
import { AttributionController } from '../in/http/attribution.controller.js';
import { EventsController } from '../in/http/events.controller.js';
import { ReferralLinkController } from '../in/http/referral-link.controller.js';
import { ShopifyWebhookController } from '../in/http/shopify-webhook.controller.js';
import { ingestionProviders } from '../ingestion.module.js';

/** Without the catalog's consumer: tests fill the copies themselves, and disturb no other group. */
@Module({
  controllers: [AttributionController, EventsController, ReferralLinkController, ShopifyWebhookController],
  providers: ingestionProviders,
})
class WithoutCatalog {}

export const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');

export interface IngestionApp {
  url: string;
  port: number;
  database: TestDatabase;
  service: RunningService;
  stop(): Promise<void>;
}

/** The service on a port of its own, with a database of its own, on the Kafka of the stack. */
export async function ingestionApp(change: Partial<IngestionConfig> = {}): Promise<IngestionApp> {
  await provisionTopics({ brokers });
  const database = await createTestDatabase(migrations);
  const config = ingestionConfig.parse({
    PORT: 0,
    KAFKA_BROKERS: brokers.join(','),
    REDIS_URL: process.env.TEST_REDIS_URL,
    SERVICE_TOKEN: 'service-token-of-tests',
    INGESTION_DATABASE_URL: database.url,
    EMAIL_HASH_KEY: 'email-hash-key-of-tests',
    SHOPIFY_API_SECRET: 'the-new-secret, the-old-secret',
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
  });
  const service = await startService(
    { ...definition, module: WithoutCatalog },
    { ...config, ...change },
    createLogger('ingestion', process.env.TEST_LOG ?? 'silent'),
  );
  const url = await service.app.getUrl();
  return {
    url,
    port: Number(new URL(url).port),
    database,
    service,
    stop: async () => {
      await service.stop();
      await database.drop();
    },
  };
}

export interface TestBrand {
  brandId: string;
  key: string;
}

/** A brand as the catalog would have told of it, with one key. */
export async function makeBrand(
  { database }: IngestionApp,
  { scopes = ['events:write'], maxEventAgeDays = 400 } = {},
): Promise<TestBrand> {
  const brandId = randomUUID();
  const key = `ck_${randomBytes(16).toString('hex')}`;
  const sql = onPool(database.db);
  await sql.query(
    'INSERT INTO brands (brand_id, max_event_age_days, slug, landing_url, version) VALUES ($1, $2, $3, $4, 1)',
    [brandId, maxEventAgeDays, brandId, 'https://shop.example/'],
  );
  await sql.query(
    `INSERT INTO api_keys (hash, key_id, brand_id, scopes, revoked, version) VALUES ($1, $2, $3, $4, false, 1)`,
    [createHash('sha256').update(key).digest('hex'), randomUUID(), brandId, scopes],
  );
  return { brandId, key };
}

/** A valid event, happened a minute ago. */
export function sale(id: string, part: object = {}, data: object = {}) {
  return {
    id,
    type: 'referral.sale',
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    ambassador: { externalId: `cust-${id}` },
    data: { orderId: `order-${id}`, currency: 'USD', netAmount: 19_999, ...data },
    ...part,
  };
}
