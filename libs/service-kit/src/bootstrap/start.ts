import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Kafka } from 'kafkajs';
import { DataSource } from 'typeorm';
import type { BaseConfig } from '../config/base-config.js';
import { DueWorkRunner } from '../due-work/runner.js';
import { tickEvery } from '../due-work/tick.js';
import { limitGatheredBodies } from '../http/body-limit.js';
import { HttpDrain } from '../http/drain.js';
import { timeRequests } from '../http/metrics-hook.js';
import { ProblemFilter } from '../http/problem-filter.js';
import { traceRequests } from '../http/trace-requests.js';
import { kafkaConnection } from '../kafka/connection.js';
import { groupMembership } from '../kafka/membership.js';
import { KafkaBatchTransport } from '../kafka/transport.js';
import { OutboxRelay } from '../outbox/relay.js';
import { type Logger, nestLogger } from '../telemetry/logger.js';
import { serveMetrics } from '../telemetry/metrics-server.js';
import { KitModule } from './kit.module.js';
import type { ServiceDefinition } from './service.js';

export interface RunningService {
  app: NestFastifyApplication;
  /**
   * Turns callers away while it still serves them, finishes what is under way, leaves its groups, publishes what is
   * left, closes.
   */
  stop: () => Promise<void>;
}

/** Milliseconds that a stop waits for due work. */
const dueWorkPatience = 10_000;

/** Milliseconds that a stop waits for requests that are under way. */
const connectionPatience = 8_000;

/** Milliseconds in which a client must have sent its whole request, if its service does not say otherwise. */
const usualRequestTimeout = 60_000;

/**
 * @param asked aborted where the start is to be given up; nothing is left then.
 * @throws its reason
 */
export async function startService<Config extends BaseConfig>(
  definition: ServiceDefinition<Config>,
  config: Config,
  logger: Logger,
  asked: AbortSignal = new AbortController().signal,
): Promise<RunningService> {
  const groups = groupMembership();
  const drain = new HttpDrain();
  const databaseUrl = definition.databaseUrl(config);
  const kit = KitModule.with({ service: definition.name, config, databaseUrl, logger, groups, drain, asked });
  const { requestTimeout = usualRequestTimeout } = definition;
  const adapter = new FastifyAdapter({
    bodyLimit: definition.bodyLimit ?? 1_048_576,
    requestTimeout,
    // What still comes is answered as long as the connection stands: see HttpDrain.
    return503OnClosing: false,
    // Only proxies of the private network may say whom they speak for.
    trustProxy: 'loopback, linklocal, uniquelocal',
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    routerOptions: { maxParamLength: 700 },
  });
  const created = NestFactory.create<NestFastifyApplication>(rootOf(kit, definition.module), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  // Until here it waits for its database and has joined nothing.
  const app = await Promise.race([created, abortOf(asked)]);
  app.useGlobalFilters(new ProblemFilter(logger));
  drain.watch(app.getHttpAdapter().getInstance());
  timeRequests(app.getHttpAdapter().getInstance());
  traceRequests(app.getHttpAdapter().getInstance());
  if (requestTimeout === 0) limitGatheredBodies(app.getHttpAdapter().getInstance(), usualRequestTimeout);
  await definition.configure?.(app, config);

  const kafka = app.get(Kafka);
  const runner = app.get(DueWorkRunner);
  const relay = new OutboxRelay({
    url: databaseUrl,
    kafka: kafkaConnection(config),
    logger,
    service: definition.name,
    recalls: definition.recalls ?? [],
  });
  const transport = new KafkaBatchTransport({
    service: definition.name,
    recalls: definition.recalls ?? [],
    kafka,
    db: app.get(DataSource),
    logger,
    groups,
    chunkSize: config.CHUNK_SIZE,
    sessionTimeout: config.KAFKA_SESSION_TIMEOUT,
    // What is left of the pool is for due work, HTTP and health.
    concurrency: { main: Math.max(1, config.DATABASE_POOL - 6), catalog: 2 },
    // The relay hears of new rows by Postgres, the due work does not.
    afterCommit: () => runner.wake(),
  });
  runner.hold();
  app.connectMicroservice<MicroserviceOptions>({ strategy: transport }, { inheritAppConfig: true });
  await app.startAllMicroservices();
  if (asked.aborted) {
    await app.close();
    throw asked.reason;
  }
  relay.start();
  await app.listen(config.PORT, config.HOST);
  const metrics =
    config.METRICS_PORT === undefined ? undefined : await serveMetrics(config.METRICS_PORT, config.HOST);
  runner.start(tickEvery * 5);
  logger.info({ port: config.PORT }, 'listening');
  return {
    app,
    stop: async () => {
      drain.begin();
      // What hangs on a mail server or a shop is taken up again by its lease.
      const dueWork = Promise.race([runner.stop(), wait(dueWorkPatience, undefined, { ref: false })]);
      await Promise.all([wait(config.SHUTDOWN_DRAIN), dueWork]);
      // Who is still sending after that is cut off: the stop has 25 s in all.
      const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), connectionPatience);
      // Ends streams, finishes requests, then leaves the groups: what was just commanded is still applied here.
      await app.close();
      clearTimeout(cut);
      await relay.stop();
      metrics?.close();
      metrics?.closeAllConnections();
    },
  };
}

/** @throws the signal's reason once it is aborted. */
async function abortOf(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

function rootOf(kit: ReturnType<typeof KitModule.with>, service: Type): Type {
  @Module({ imports: [kit, service] })
  class Root {}
  return Root;
}
