import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plumbingMigration } from '../postgres/plumbing-migration.js';
import { inTransaction, onPool } from '../postgres/sql.js';
import { createLogger } from '../telemetry/logger.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { until } from '../testing/until.js';
import { scheduleWork } from './due-work.js';
import { DueWorkRunner } from './runner.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase([plumbingMigration]);
});
afterAll(() => database.drop());

const claimsThatWait = `
  SELECT FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%UPDATE due_work%'`;

describe('a runner that is stopped', () => {
  it('does what it was claiming at the time, and only then has stopped', async () => {
    const { db } = database;
    const runner = new DueWorkRunner(db, createLogger('test', 'silent'));
    const ends = Promise.withResolvers<void>();
    let begun = false;
    const perform = async () => {
      begun = true;
      await ends.promise;
    };
    runner.register({ kind: 'mail', concurrency: 1, leaseMs: 60_000, perform });
    const due = { kind: 'mail', key: 'k', brandId: randomUUID(), payload: {}, dueAt: '2026-01-01T00:00:00Z' };
    await inTransaction(db, sql => scheduleWork(sql, [due]));
    let stopped = false;
    let stop: Promise<void> = Promise.resolve();
    await inTransaction(db, async sql => {
      await sql.query('LOCK TABLE due_work IN SHARE MODE');
      runner.wake();
      await until('the claim waits', async () => (await onPool(db).query(claimsThatWait)).length > 0);
      stop = runner.stop().then(() => {
        stopped = true;
      });
    });
    await until('the claimed work is begun', () => begun);
    expect(stopped).toBe(false);
    ends.resolve();
    await stop;
  });
});
