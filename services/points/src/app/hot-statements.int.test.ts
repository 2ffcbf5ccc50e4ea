import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { recordStatements, wholeReads } from '@cairn/service-kit/testing/scans';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { listLedger } from '../out/postgres/ledger-reads.js';
import { listReceipts, searchReceipts } from '../out/postgres/receipt-reads.js';
import { findReceipt } from '../out/postgres/receipts.js';
import { findReplay, insertReplay } from '../out/postgres/replays.js';
import { countSubmissions, selectSubmissions } from '../out/postgres/submission-reads.js';
import { earningScene } from '../testing/earning-scene.js';
import { reviewScene } from '../testing/review-scene.js';
import type { ActivityEvent } from './activity.js';
import { adjust } from './adjust.js';
import { expireRefund } from './expire-refund.js';
import { judgeActivity } from './judge-activity.js';
import { expireParked, judgeParked } from './judge-parked.js';
import { releaseHolds } from './release-holds.js';
import { replayStep } from './replay-steps.js';
import { startReplay } from './start-replay.js';

/** What a brand has few of, and every judgement reads; the last is empty but after a restore. */
const configuration = ['brands', 'programs', 'series', 'referral_rules', 'recalled_rows'];

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

/** Everything that a chunk or a job of points asks for, whatever is in it. */
async function judgementStatements(): Promise<Set<string>> {
  const s = await earningScene(database.db, { holdDays: 14 });
  const [action, campaign] = [await s.action({ limit: { count: 3, per: 'day' } }), await s.campaign()];
  const texts = new Set<string>();
  const now = new Date('2026-12-01T00:00:00Z');
  const recorded = recordStatements(database.db, texts);
  const watched = (work: (sql: Sql) => Promise<unknown>) => inTransaction(recorded, work);
  const judge = (...events: ActivityEvent[]) => watched(sql => judgeActivity(sql, events, now));
  await judge(
    s.sale('sale', 'o', 10_000, { at: '2026-11-30T00:00:00Z' }),
    s.refund('refund', 'o', 1_000),
    s.refund('early', 'o-later', 1_000),
    s.done('done', action, { proofUrl: 'https://example.com/1' }),
    s.joined('joined', campaign),
    s.completed('completed', campaign),
    s.sale('parked', 'o-parked', 10_000, { who: 'nobody' }),
    s.done('parked-too', action, { who: 'nobody' }),
  );
  await judge(
    s.refund('rest', 'o', 9_000),
    s.sale('later', 'o-later', 10_000, { at: '2026-11-30T00:00:00Z' }),
  );
  const [held] = await onPool(database.db).query<{ id: string }>('SELECT id FROM awards WHERE held LIMIT 1');
  await watched(sql =>
    releaseHolds(sql, s.ids.brand, s.ids.ambassador, held!.id, new Date('2027-01-01T00:00:00Z')),
  );
  await watched(sql => judgeParked(sql, s.ids.brand, 'externalId:nobody', now));
  await watched(sql => expireParked(sql, s.sale('parked', 'o-parked', 10_000, { who: 'nobody' }), now));
  await watched(sql =>
    expireRefund(sql, { brandId: s.ids.brand, orderId: 'o-later', eventId: 'early' }, now),
  );
  return texts;
}

it('a judgement reads by index alone, however much a brand has', async () => {
  const texts = await judgementStatements();
  expect(texts.size).toBeGreaterThan(25);
  expect(await wholeReads(database.db, texts, configuration)).toEqual([]);
});

it('tiers, reviews, trust and adjustments read by index alone', async () => {
  const texts = new Set<string>();
  const tiers = [{ from: 0, points: 10 }];
  const rule = { mode: 'tiered' as const, metric: 'sales_amount' as const, lookbackDays: 30, tiers };
  const s = await reviewScene(recordStatements(database.db, texts), { rule });
  const story = await s.action({ review: 'untrusted', limit: { count: 3, per: 'week' } });
  // An empty table costs nothing to read whole.
  await s.trust('standard');
  texts.clear();
  await s.judge([s.sale('s1', 'o1', 10_000), s.refund('r1', 'o1', 1_000), s.done('a', story)]);
  await s.judge([s.sale('s2', 'o2', 10_000), s.refund('r2', 'o1', 1_000)]);
  await s.approve('a');
  await s.undo('a');
  await s.reject('a');
  await inTransaction(recordStatements(database.db, texts), sql =>
    adjust(
      sql,
      s.caller,
      s.ids.ambassador,
      { points: 5, reason: 'Thanks' },
      new Date('2026-12-01T00:00:00Z'),
    ),
  );
  expect([...texts].some(text => text.includes('sale_days'))).toBe(true);
  expect(await wholeReads(database.db, texts, configuration)).toEqual([]);
});

it('pages of the ledger and of receipts, and one receipt, read by index alone', async () => {
  const s = await earningScene(database.db);
  const texts = new Set<string>();
  const sql = onPool(recordStatements(database.db, texts));
  await listLedger(sql, s.ids.brand, s.ids.ambassador, null, 50);
  await listReceipts(sql, s.ids.brand, s.ids.ambassador, null, 50);
  await findReceipt(sql, s.ids.brand, 'e');
  await findReceipt(sql, s.ids.brand, 'adjustment:e');
  expect(await wholeReads(database.db, texts)).toEqual([]);
});

it('the review queue and what waits in it are read by index alone', async () => {
  const texts = new Set<string>();
  const s = await reviewScene(database.db);
  const story = await s.action({ review: 'all' });
  await s.judge([s.done('waits', story), s.done('waits-too', story, { proofUrl: 'https://example.com/2' })]);
  const sql = onPool(recordStatements(database.db, texts));
  const { brand, ambassador } = s.ids;
  const last = ['2026-11-02T00:00:00Z', s.idOf('waits')] as const;
  for (const order of ['oldest', 'newest'] as const)
    for (const search of [{}, { ambassadorId: ambassador }, { actionId: story, sampled: false }])
      for (const after of [null, last]) {
        const found = await selectSubmissions(sql, brand, { ...search, order, limit: 50 }, after);
        if (after === null) expect(found).toHaveLength(2);
      }
  expect((await countSubmissions(sql, brand)).waiting).toBe(2);
  expect(await wholeReads(database.db, texts, ['submissions_waiting'])).toEqual([]);
});

it('receipts by reason, and a replay with its preview in steps, read by index alone', async () => {
  const texts = new Set<string>();
  const s = await earningScene(database.db, { live: false });
  const now = new Date('2026-12-01T00:00:00Z');
  await s.judge([s.sale('refused-1', 'o-r1', 10_000), s.sale('refused-2', 'o-r2', 10_000)]);
  await s.program(true);
  const recorded = recordStatements(database.db, texts);
  const watched = <T>(work: (sql: Sql) => Promise<T>) => inTransaction(recorded, work);
  const search = { reason: 'no_live_series' as const, from: '2026-10-01T00:00:00Z' };
  expect(await watched(sql => searchReceipts(sql, s.ids.brand, search, null, 50))).toHaveLength(2);
  await watched(sql => searchReceipts(sql, s.ids.brand, { ambassadorId: s.ids.ambassador }, null, 50));
  const filter = { reason: 'no_live_series' as const };
  await watched(sql => startReplay(sql, s.caller, { preview: true, filter }, now));
  await watched(sql => startReplay(sql, s.caller, { preview: false, eventIds: ['refused-1'] }, now));
  for (const preview of [true, false]) {
    const id = newId();
    const of = { id, brandId: s.ids.brand, preview, filter: { acceptedUntil: now.toISOString() } };
    await watched(sql => insertReplay(sql, { ...of, total: 1, at: now.toISOString() }));
    while (await watched(sql => replayStep(sql, id, now)));
    const done = await watched(sql => findReplay(sql, s.ids.brand, id));
    expect(done).toMatchObject({ status: 'done', judged: 1 });
  }
  expect(await wholeReads(database.db, texts, configuration)).toEqual([]);
});

it('a read of a whole table, index or brand is found', async () => {
  expect(
    await wholeReads(database.db, [
      'SELECT sum(available_delta) FROM ledger_p0',
      'SELECT count(*) FROM actions WHERE brand_id = $1 AND name = $2',
      'SELECT count(DISTINCT event_id) FROM event_keys_p0',
      'SELECT 1 FROM ledger WHERE ambassador_id = $1 ORDER BY seq DESC LIMIT 1',
    ]),
  ).toEqual([
    expect.stringMatching(/^reads all of ledger_p0: /),
    expect.stringMatching(/^reads all that actions has of a brand: /),
    expect.stringMatching(/^reads all of (an index of )?event_keys_p0: /),
  ]);
});
