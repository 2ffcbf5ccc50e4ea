import 'reflect-metadata';
import { CLOCK, systemClock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { Commands } from '@cairn/service-kit/http/commands';
import { ProblemFilter } from '@cairn/service-kit/http/problem-filter';
import { SERVICE_TOKENS, ServiceTokens } from '@cairn/service-kit/http/service-tokens';
import { createLogger, LOGGER, nestLogger } from '@cairn/service-kit/telemetry/logger';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { PortalConfig } from '../config.js';
import { configureHttp } from '../in/http/configure-http.js';
import { PortalBffModule } from '../portal-bff.module.js';
import type { TestDatabase } from './database.js';

export const platformToken = 'platform-token-of-tests';

/** The service's HTTP on a port of its own, without Kafka: tests call the chunk handlers' use cases themselves. */
export async function portalApp(
  database: TestDatabase,
  servicesUrl: string,
  change: Partial<PortalConfig> = {},
): Promise<{ app: NestFastifyApplication; url: string; runner: DueWorkRunner }> {
  const logger = createLogger('portal-bff', 'silent');
  const runner = new DueWorkRunner(database.db, logger);
  const config: PortalConfig = {
    HOST: '127.0.0.1',
    PORT: 0,
    KAFKA_BROKERS: [],
    REDIS_URL: 'redis://127.0.0.1',
    KAFKA_TLS: false,
    SERVICE_TOKEN: 'service-token-of-tests',
    LOG_LEVEL: 'silent',
    SHUTDOWN_DRAIN: 0,
    DATABASE_POOL: 10,
    CHUNK_SIZE: 500,
    KAFKA_SESSION_TIMEOUT: 30_000,
    PORTAL_BFF_DATABASE_URL: database.url,
    CAIRN_PLATFORM_TOKEN: platformToken,
    INGESTION_URL: servicesUrl,
    POINTS_URL: servicesUrl,
    MILESTONES_URL: servicesUrl,
    REWARDS_URL: servicesUrl,
    NOTIFICATIONS_URL: servicesUrl,
    PUBLIC_URL: 'http://localhost:3000',
    WEB_DIR: '/nowhere',
    MEDIA_URL: undefined,
    MEDIA_PHOTO_BYTES: 20_000_000,
    MEDIA_VIDEO_BYTES: 200_000_000,
    MEDIA_DAILY_BYTES: 1_000_000_000,
    ...change,
  };
  const tokens = new ServiceTokens(config, logger);
  const provided = [
    { provide: CONFIG, useValue: config },
    { provide: LOGGER, useValue: logger },
    { provide: CLOCK, useValue: systemClock },
    { provide: DataSource, useValue: database.db },
    { provide: DueWorkRunner, useValue: runner },
    { provide: Commands, useValue: new Commands(database.db, tokens) },
    { provide: SERVICE_TOKENS, useValue: tokens },
  ];
  @Global()
  @Module({ providers: provided, exports: provided })
  class Provided {}
  @Module({ imports: [Provided, PortalBffModule] })
  class Root {}
  const app = await NestFactory.create<NestFastifyApplication>(Root, new FastifyAdapter(), {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(logger));
  await configureHttp(app, config);
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl(), runner };
}
