import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { baseConfig } from '../config/base-config.js';
import { scheduleWork } from '../due-work/due-work.js';
import { DueWorkRunner } from '../due-work/runner.js';
import { plumbingMigration } from '../postgres/plumbing-migration.js';
import { inTransaction } from '../postgres/sql.js';
import { createLogger } from '../telemetry/logger.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { until } from '../testing/until.js';
import { StoppedDuringStart } from './end-on-signal.js';
import { type RunningService, startService } from './start.js';

/** What the work of a test waits for, and how far it is. */
let work: { begun: boolean; done: boolean; mayEnd: PromiseWithResolvers<void> };

@Controller()
class Slow implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      kind: 'slow',
      concurrency: 1,
      leaseMs: 60_000,
      perform: async () => {
        work.begun = true;
        await work.mayEnd.promise;
        // The database is still there for it.
        await this.db.query('SELECT 1');
        work.done = true;
      },
    });
  }

  @Get('quick')
  quick() {
    return { quick: true };
  }
}

@Module({ controllers: [Slow] })
class SlowModule {}

let database: TestDatabase;
let service: RunningService | undefined;

const start = async (drain: number, asked?: AbortSignal, url = database.url) => {
  const config = baseConfig.parse({
    PORT: 0,
    KAFKA_BROKERS: process.env.TEST_KAFKA_BROKERS,
    REDIS_URL: process.env.TEST_REDIS_URL,
    SERVICE_TOKEN: 'a-token-for-tests-only',
    SHUTDOWN_DRAIN: drain,
  });
  const definition = {
    name: 'ingestion' as const,
    config: baseConfig,
    databaseUrl: () => url,
    migrations: [],
    module: SlowModule,
  };
  return await startService(definition, config, createLogger('test', 'silent'), asked);
};

beforeEach(async () => {
  work = { begun: false, done: false, mayEnd: Promise.withResolvers() };
  database = await createTestDatabase([plumbingMigration]);
});
afterEach(async () => {
  work.mayEnd.resolve();
  await service?.stop();
  service = undefined;
  await database.drop();
});

const due = () =>
  inTransaction(database.db, sql =>
    scheduleWork(sql, [
      { kind: 'slow', key: 'k', brandId: randomUUID(), payload: {}, dueAt: new Date(0).toISOString() },
    ]),
  );

describe('a service that is told to stop', () => {
  it('is not ready at once, lives, and takes requests on connections that it ends', async () => {
    const { app, stop } = await start(3_000);
    const url = await app.getUrl();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const stopped = stop();
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ code: 'unavailable' });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const quick = await fetch(`${url}/quick`);
    expect(await quick.json()).toEqual({ quick: true });
    expect(quick.headers.get('connection')).toBe('close');
    await stopped;
    await expect(fetch(`${url}/quick`)).rejects.toThrow();
  });

  it('waits for work that it has begun, with its database', async () => {
    const { stop } = await start(0);
    await due();
    await until('the work is begun', () => work.begun);
    const stopped = stop();
    const first = await Promise.race([stopped.then(() => 'stopped'), wait(500, 'waits')]);
    expect(first).toBe('waits');
    work.mayEnd.resolve();
    await stopped;
    expect(work.done).toBe(true);
  });

  it('gives up its start where nothing answers, and where it has just come up', async () => {
    const asked = new AbortController();
    const nowhere = start(0, asked.signal, 'postgres://127.0.0.1:1/nowhere');
    asked.abort(new StoppedDuringStart());
    await expect(nowhere).rejects.toThrow(StoppedDuringStart);
    await expect(start(0, asked.signal)).rejects.toThrow(StoppedDuringStart);
  });
});
