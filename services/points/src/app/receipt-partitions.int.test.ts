import { onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { attachedMonths } from '../out/postgres/receipt-months.js';
import { scene } from '../testing/scene.js';
import { detachOldReceipts, ensureReceiptPartitions } from './receipt-partitions.js';

let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
  sql = onPool(database.db);
});

afterAll(async () => {
  await database.drop();
});

const months = async () => (await attachedMonths(sql)).map(({ month }) => month);

it('months are made ahead, and by whoever writes into one that is not there', async () => {
  await ensureReceiptPartitions(sql, new Date('2026-11-23T00:00:00Z'));
  expect(await months()).toEqual(['2026-11', '2026-12', '2027-01']);
  const s = await scene(database.db);
  await s.judge([s.sale('old', 'o-old', 1_000, { acceptedAt: '2025-03-31T23:59:59.999Z' })]);
  expect(await months()).toEqual(['2025-03', '2026-11', '2026-12', '2027-01']);
  expect(await s.receipt('old')).toMatchObject({ status: 'awarded' });
});

it('two who need the same month at once make it once', async () => {
  const s = await scene(database.db);
  await s.arrive('bob');
  await Promise.all([
    s.judge([s.sale('a', 'o-a', 1_000, { acceptedAt: '2024-02-29T00:00:00Z' })]),
    s.judge([s.sale('b', 'o-b', 1_000, { acceptedAt: '2024-02-01T00:00:00Z', who: 'bob' })]),
  ]);
  expect(await s.receipt('a')).toMatchObject({ status: 'awarded' });
  expect(await s.receipt('b')).toMatchObject({ status: 'awarded' });
});

it('old months are detached while a reader goes on; what may still change stays', async () => {
  const held = await scene(database.db, { holdDays: 1_000 });
  await held.judge([held.sale('held', 'o', 10_000, { acceptedAt: '2024-06-01T00:00:00Z' })]);
  const s = await scene(database.db);
  await s.judge([
    s.sale('gone', 'o-1', 1_000, { acceptedAt: '2024-05-31T23:00:00Z' }),
    s.sale('kept', 'o-2', 1_000, { acceptedAt: '2026-10-01T00:00:00Z' }),
  ]);
  const now = new Date('2026-11-23T00:00:00Z');
  const reader = database.db.createQueryRunner();
  await reader.startTransaction();
  await reader.query('SELECT count(*) FROM receipts');
  const session = database.db.createQueryRunner();
  const detaching = detachOldReceipts({ query: text => session.query(text) }, now, 12);
  // The reader's transaction is what the detaching waits for; others read and write meanwhile.
  await s.judge([s.sale('meanwhile', 'o-3', 1_000, { acceptedAt: '2026-11-01T00:00:00Z' })]);
  await reader.commitTransaction();
  await reader.release();
  expect(await detaching).toContain('receipts_2024_05_detached_20261123');
  await session.release();
  expect(await months()).toEqual(expect.arrayContaining(['2024-06', '2026-10', '2026-11']));
  expect(await months()).not.toContain('2024-05');
  expect(await s.receipt('gone')).toBeUndefined();
  expect(await s.receipt('kept')).toMatchObject({ status: 'awarded' });
  const [left] = await sql.query('SELECT event_id FROM receipts_2024_05_detached_20261123');
  expect(left).toEqual({ event_id: 'gone' });
});

it('a detaching that was cut off is ended, and its month can be made anew', async () => {
  const s = await scene(database.db);
  await s.judge([s.sale('cut', 'o', 1_000, { acceptedAt: '2023-07-01T00:00:00Z' })]);
  const reader = database.db.createQueryRunner();
  await reader.startTransaction();
  await reader.query(`SELECT FROM receipts WHERE accepted_at = '2023-07-01T00:00:00Z'`);
  const session = database.db.createQueryRunner();
  await session.query(`SET statement_timeout = '200ms'`);
  const now = new Date('2026-11-24T00:00:00Z');
  await expect(detachOldReceipts({ query: text => session.query(text) }, now, 12)).rejects.toThrow('timeout');
  await reader.commitTransaction();
  await reader.release();
  expect((await attachedMonths(sql)).find(({ month }) => month === '2023-07')).toMatchObject({
    pending: true,
  });
  await session.query('SET statement_timeout = 0');
  expect(await detachOldReceipts({ query: text => session.query(text) }, now, 12)).toEqual([
    'receipts_2023_07_detached_20261124',
  ]);
  await session.query('RESET statement_timeout');
  await session.release();
  await s.judge([s.sale('again', 'o-4', 1_000, { acceptedAt: '2023-07-02T00:00:00Z' })]);
  expect(await s.receipt('again')).toMatchObject({ status: 'awarded' });
});
