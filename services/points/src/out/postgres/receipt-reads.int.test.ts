import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/all.js';
import { ensureReceiptPartitions } from '../../app/receipt-partitions.js';
import { earningScene } from '../../testing/earning-scene.js';
import { listReceipts, type ReceiptSearch, searchReceipts } from './receipt-reads.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
  await ensureReceiptPartitions(onPool(database.db), new Date('2026-11-03T00:00:00Z'));
});

afterAll(async () => {
  await database.drop();
});

it('2.18 an ambassador’s receipts, newest accepted first, are what their events said', async () => {
  const s = await earningScene(database.db, { holdDays: 14 });
  const story = await s.action();
  await s.judge([
    s.done('old', story, { at: '2026-10-01T00:00:00Z' }),
    s.sale('sale', 'o', 10_000),
    s.done('none', 'nothing'),
    s.done('new', story, { at: '2026-11-02T00:00:00Z' }),
    s.refund('refund', 'o', 1_000, '2026-11-02T10:00:00Z'),
    s.done('other', story, { who: 'bob' }),
  ]);
  const sql = onPool(database.db);
  const all = await listReceipts(sql, s.ids.brand, s.ids.ambassador, null, 10);
  expect(all.map(receipt => receipt.eventId)).toEqual(['refund', 'new', 'sale', 'none', 'old']);
  const outbox = await sql.query<{ value: string }>(
    `SELECT value FROM outbox WHERE topic = 'cairn.points.receipts.v1' AND key LIKE $1`,
    [`${s.ids.brand}%`],
  );
  const said = new Map(outbox.map(({ value }) => JSON.parse(value).data).map(data => [data.eventId, data]));
  for (const { acceptedAt: _, ...receipt } of all) {
    expect(receipt).toEqual(said.get(receipt.eventId));
    expect(receiptChanged.data.safeParse(receipt).error).toBeUndefined();
  }
  expect(all.find(receipt => receipt.eventId === 'sale')).toMatchObject({
    status: 'held',
    availableAt: '2026-11-15T10:00:00.000Z',
  });
});

it('is read page by page, also where events were accepted at one instant', async () => {
  const s = await earningScene(database.db);
  const story = await s.action();
  await s.judge(['a', 'b', 'c', 'd', 'e'].map(id => s.done(id, story)));
  const sql = onPool(database.db);
  const read: string[] = [];
  for (let after: [string, string] | null = null; ; ) {
    const page = await listReceipts(sql, s.ids.brand, s.ids.ambassador, after, 2);
    read.push(...page.map(receipt => receipt.eventId));
    const last = page.at(-1);
    if (last === undefined) break;
    after = [last.acceptedAt, last.eventId];
  }
  expect(read).toEqual(['e', 'd', 'c', 'b', 'a']);
});

it('6.2 of another brand’s ambassador is not_found', async () => {
  const [s, other] = [await earningScene(database.db), await earningScene(database.db)];
  const foreign = listReceipts(onPool(database.db), other.ids.brand, s.ids.ambassador, null, 10);
  await expect(foreign).rejects.toMatchObject({ code: 'not_found' });
});

it('2.18 a brand’s receipts are found by reason, program, ambassador and when they happened', async () => {
  const s = await earningScene(database.db, { live: false });
  const program = await s.program(false);
  const bob = await s.arrive('bob', undefined, undefined, program);
  await s.judge([
    s.sale('a', 'o1', 10_000, { at: '2026-10-01T00:00:00Z' }),
    s.sale('b', 'o2', 10_000, { at: '2026-10-02T00:00:00Z' }),
    s.done('none', 'nothing', { at: '2026-10-03T00:00:00Z' }),
    s.sale('his', 'o3', 10_000, { at: '2026-10-04T00:00:00Z', who: 'bob' }),
    s.sale('late', 'o4', 10_000, { at: '2026-10-01T12:00:00Z', acceptedAt: '2026-11-02T00:00:00Z' }),
  ]);
  const sql = onPool(database.db);
  const found = async (search: ReceiptSearch) =>
    (await searchReceipts(sql, s.ids.brand, search, null, 10)).map(receipt => receipt.eventId);
  const reason = 'no_live_series' as const;
  const [from, to] = ['2026-10-01T12:00:00Z', '2026-10-04T00:00:00Z'];
  expect(await found({ reason })).toEqual(['late', 'b', 'a']);
  expect(await found({ reason: 'no_rule' })).toEqual(['his']);
  expect(await found({ reason, programId: s.ids.program })).toEqual(['late', 'b', 'a']);
  expect(await found({ reason: 'no_rule', programId: program })).toEqual(['his']);
  expect(await found({ reason, programId: program })).toEqual([]);
  expect(await found({ reason, from, to })).toEqual(['late', 'b']);
  expect(await found({ ambassadorId: s.ids.ambassador })).toEqual(['late', 'none', 'b', 'a']);
  expect(await found({ ambassadorId: bob, from: to })).toEqual(['his']);
  const [page] = await searchReceipts(sql, s.ids.brand, { reason }, null, 1);
  const rest = await searchReceipts(sql, s.ids.brand, { reason }, [page!.acceptedAt, page!.eventId], 10);
  expect([page!.eventId, ...rest.map(receipt => receipt.eventId)]).toEqual(['late', 'b', 'a']);
  const other = await earningScene(database.db);
  expect(await searchReceipts(sql, other.ids.brand, { reason }, null, 10)).toEqual([]);
});
