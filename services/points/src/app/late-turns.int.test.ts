import { randomUUID } from 'node:crypto';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { earningScene } from '../testing/earning-scene.js';
import { adjust } from './adjust.js';
import { releaseHolds } from './release-holds.js';
import { startReplay } from './start-replay.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const began = '2026-01-01T00:00:00Z';
const turned = '2026-11-10T00:00:00Z';

type Scene = Awaited<ReturnType<typeof earningScene>>;

const rowsOf = async (s: Scene) =>
  (await s.rows()).map(row => [row.kind, row.event, row.pending, row.available, row.series]);

/** What the entries of an event told of it, in the order posted. */
async function quietOf(s: Scene): Promise<[kind: string, eventId: string, quiet: boolean][]> {
  const rows = await onPool(database.db).query<{ value: string }>(
    `SELECT value FROM outbox WHERE topic = 'cairn.points.entries.v1' AND key LIKE $1 || '%' ORDER BY id`,
    [s.ids.brand],
  );
  return rows.map(row => JSON.parse(row.value).data).map(data => [data.kind, data.eventId, data.quiet]);
}

describe('1.4 an ambassador who was moved at a past instant', () => {
  it('1.4 what was judged stays; what comes in is judged by the program of its time', async () => {
    const s = await earningScene(database.db);
    const crew = await s.program(true);
    await onPool(database.db).query(
      'INSERT INTO referral_rules (program_id, brand_id, rule) VALUES ($1, $2, $3)',
      [crew, s.ids.brand, JSON.stringify({ mode: 'flat', points: 7 })],
    );
    const story = await s.action();
    await s.judge([s.sale('judged', 'o1', 10_000, { at: '2026-11-05T00:00:00Z' })]);
    await s.adaIn(
      { programId: s.ids.program, from: began, to: '2026-11-04T00:00:00Z' },
      { programId: crew, from: '2026-11-04T00:00:00Z', to: null },
    );
    await s.judge([
      s.sale('late', 'o2', 10_000, { at: '2026-11-03T23:59:59.999Z', acceptedAt: turned }),
      s.sale('from-then', 'o3', 10_000, { at: '2026-11-04T00:00:00Z', acceptedAt: turned }),
      s.done('of-the-old', story, { at: '2026-11-05T00:00:00Z', acceptedAt: turned }),
      s.refund('r', 'o1', 5_000),
    ]);
    expect((await rowsOf(s)).map(([kind, event, , available]) => [kind, event, available])).toEqual([
      ['referral', 'judged', 10],
      ['referral', 'late', 10],
      ['referral', 'from-then', 7],
      ['reversal', 'r', -5],
    ]);
    expect(await s.receipts('of-the-old')).toEqual(['of-the-old not_awarded not_a_member']);
  });
});

describe('2.17 a row names the series that let it earn', () => {
  it('2.17 reversals and releases count where their originals do, whatever series there is now', async () => {
    const s = await earningScene(database.db, { holdDays: 14 });
    await s.judge([s.sale('e', 'o', 10_000, { at: '2026-11-09T00:00:00Z' })], '2026-11-09T00:00:00Z');
    const next = randomUUID();
    await s.series(s.ids.series, [{ from: began, to: turned }], turned);
    await s.series(next, [{ from: turned, to: null }]);
    await s.judge([s.refund('r', 'o', 5_000)], turned);
    await s.judge([s.sale('e2', 'o2', 10_000, { at: turned })], turned);
    const [award] = await onPool(database.db).query<{ id: string }>(
      `SELECT id FROM awards WHERE ambassador_id = $1 AND event_id = 'e'`,
      [s.ids.ambassador],
    );
    const over = new Date('2026-11-23T00:00:00Z');
    await inTransaction(database.db, sql =>
      releaseHolds(sql, s.ids.brand, s.ids.ambassador, award!.id, over),
    );
    await s.judge([s.refund('r2', 'o', 5_000)], over.toISOString());
    const body = { points: 3, reason: 'Thanks' };
    await inTransaction(database.db, sql => adjust(sql, s.caller, s.ids.ambassador, body, over));
    expect(
      (await rowsOf(s)).map(([kind, , pending, available, series]) => [kind, pending, available, series]),
    ).toEqual([
      ['referral', 10, 0, s.ids.series],
      ['reversal', -5, 0, s.ids.series],
      ['referral', 10, 0, next],
      ['release', -5, 5, s.ids.series],
      ['reversal', 0, -5, s.ids.series],
      ['adjustment', 0, 3, next],
    ]);
  });
});

describe('3.2 a series that was published with a past start', () => {
  it('3.2 what was judged before stays as it was; what is judged from now on earns since then', async () => {
    const s = await earningScene(database.db, { live: false });
    await s.judge([s.sale('before', 'o1', 10_000, { at: '2026-11-02T00:00:00Z' })]);
    await s.series(s.ids.series, [{ from: '2026-11-01T00:00:00Z', to: null }]);
    await s.judge([
      s.sale('before', 'o1', 10_000, { at: '2026-11-02T00:00:00Z' }),
      s.sale('since', 'o2', 10_000, { at: '2026-11-01T00:00:00Z' }),
      s.sale('earlier', 'o3', 10_000, { at: '2026-10-31T23:59:59.999Z' }),
    ]);
    expect(await s.receipts('before', 'since', 'earlier')).toEqual([
      'before not_awarded no_live_series',
      'since awarded',
      'earlier not_awarded no_live_series',
    ]);
  });
});

describe('3.10 after the end', () => {
  it('3.10 a replay makes nothing late: it goes by when an event was accepted', async () => {
    const s = await earningScene(database.db, { live: false });
    const [at, late] = ['2026-11-01T10:00:00Z', '2026-11-13T00:00:00.001Z'];
    await s.judge([
      s.sale('in-time', 'o1', 10_000, { at, acceptedAt: '2026-11-13T00:00:00Z' }),
      s.sale('late', 'o2', 10_000, { at, acceptedAt: late }),
    ]);
    await s.series(s.ids.series, [{ from: began, to: turned }], turned);
    const filter = { reason: 'no_live_series' as const };
    const { body } = await inTransaction(database.db, sql =>
      startReplay(sql, s.caller, { filter, preview: false }, new Date('2027-02-01T00:00:00Z')),
    );
    expect(body).toMatchObject({ answer: { replayed: 1, points: 10 } });
    expect(await s.receipts('in-time', 'late')).toEqual([
      'in-time awarded',
      'late not_awarded no_live_series',
    ]);
  });
});

describe('1.6 loaded history', () => {
  it('1.6 a quiet sale’s release and reversals are quiet, a refund of today too; another’s are not', async () => {
    const s = await earningScene(database.db, { quietAfterDays: 7, holdDays: 1 });
    const today = '2026-11-03T00:00:00Z';
    await s.judge([
      s.sale('old', 'o1', 10_000, { at: '2026-10-01T00:00:00Z', acceptedAt: today }),
      s.sale('new', 'o2', 10_000, { at: '2026-11-01T00:00:00Z' }),
      s.refund('r1', 'o1', 5_000, today),
      s.refund('r2', 'o2', 5_000, today),
    ]);
    expect(await quietOf(s)).toEqual([
      ['referral', 'old', true],
      ['release', 'old', true],
      ['referral', 'new', false],
      ['release', 'new', false],
      ['reversal', 'r1', true],
      ['reversal', 'r2', false],
    ]);
  });

  it('1.6 replayed it is as quiet as it was when it came in', async () => {
    const s = await earningScene(database.db, { live: false, quietAfterDays: 7 });
    await s.judge([
      s.sale('then', 'o1', 10_000, { at: '2026-11-01T00:00:00Z' }),
      s.sale('loaded', 'o2', 10_000, { at: '2026-11-01T00:00:00Z', acceptedAt: '2026-11-09T00:00:00Z' }),
    ]);
    await s.series(s.ids.series, [{ from: began, to: null }]);
    const body = { eventIds: ['then', 'loaded'], preview: false };
    await inTransaction(database.db, sql =>
      startReplay(sql, s.caller, body, new Date('2027-02-01T00:00:00Z')),
    );
    expect(await quietOf(s)).toEqual([
      ['referral', 'then', false],
      ['referral', 'loaded', true],
    ]);
  });
});

describe('waits', () => {
  it('2.9, 2.19 are counted from an event’s acceptance, not from its time', async () => {
    const s = await earningScene(database.db);
    const [at, acceptedAt] = ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'];
    const refund = { ...s.refund('r', 'o', 100, at), acceptedat: new Date(acceptedAt).toISOString() };
    await s.judge([refund, s.sale('e', 'o2', 100, { at, acceptedAt, who: 'bob' })]);
    const work = await onPool(database.db).query<{ kind: string; due: string }>(
      `SELECT kind, due_at AS due FROM due_work WHERE brand_id = $1 ORDER BY kind`,
      [s.ids.brand],
    );
    expect(work).toEqual([
      { kind: 'expire-parked-event', due: '2026-11-08T00:00:00.000Z' },
      { kind: 'expire-refund', due: '2027-12-06T00:00:00.000Z' },
    ]);
  });
});

describe('2.13 duplicate_order comes first', () => {
  it.each<[string, Parameters<Scene['sale']>[3]]>([
    ['unknown_ambassador', { who: 'nobody' }],
    ['not_a_member', { at: '2025-01-01T00:00:00Z' }],
    ['no_live_series', { at: '2026-01-01T00:00:00Z' }],
    ['currency_mismatch', { currency: 'EUR' }],
    ['zero_points', {}],
  ])('2.13 duplicate_order before %s', async (_, of) => {
    const s = await earningScene(database.db);
    await s.series(s.ids.series, [{ from: '2026-06-01T00:00:00Z', to: null }]);
    await s.judge([s.sale('first', 'o', 10_000), s.sale('second', 'o', 1, of)]);
    expect(await s.receipts('first', 'second')).toEqual([
      'first awarded',
      'second not_awarded duplicate_order',
    ]);
  });
});
