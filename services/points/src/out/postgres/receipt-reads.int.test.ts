import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/all.js';
import { ensureReceiptPartitions } from '../../app/receipt-partitions.js';
import { earningScene } from '../../testing/earning-scene.js';
import { listReceipts } from './receipt-reads.js';

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
