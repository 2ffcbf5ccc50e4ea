import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { migrations } from '../../migrations/all.js';
import { scene } from '../testing/scene.js';
import { expireRefund } from './expire-refund.js';
import { expireParked, judgeParked } from './judge-parked.js';
import { releaseHolds } from './release-holds.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

describe('2.9 the worked example of domain.md §2 (hold 0, fixed rate "0.10")', () => {
  it('gives its rows, whatever comes twice', async () => {
    const s = await scene(database.db);
    const sale = s.sale('e1', 'o1', 19_999);
    await s.judge([sale]);
    expect(await s.balance()).toMatchObject({ available: 19 });
    await s.judge([s.sale('e1', 'o1', 19_999)]);
    expect(await s.balance()).toMatchObject({ available: 19, seq: 1 });
    await s.judge([s.refund('r1', 'o1', 5_000)]);
    expect(await s.balance()).toMatchObject({ available: 15 });
    await s.judge([s.refund('r2', 'o1', 5_000)]);
    expect(await s.balance()).toMatchObject({ available: 10 });
    await s.judge([s.refund('r3', 'o1', 15_000)]);
    expect(await s.balance()).toMatchObject({ available: 0 });
    expect((await s.rows()).map(row => [row.kind, row.event, row.available])).toEqual([
      ['referral', 'e1', 19],
      ['reversal', 'r1', -4],
      ['reversal', 'r2', -5],
      ['reversal', 'r3', -10],
    ]);
    await s.judge([s.refund('r4', 'o1', 1)]);
    expect(await s.receipt('r4')).toMatchObject({ status: 'not_awarded', reason: 'nothing_to_reverse' });
    expect(await s.receipt('r1')).toMatchObject({ status: 'reversed', points: -4 });
  });
});

describe('2.6 an edited order', () => {
  it('that was lowered and raised again is as it was', async () => {
    const s = await scene(database.db);
    await s.judge([s.sale('e', 'o', 19_999), s.refund('lowered', 'o', 10_000)]);
    expect(await s.balance()).toMatchObject({ available: 10 });
    await s.judge([s.restore('half', 'o', 5_000)]);
    expect(await s.balance()).toMatchObject({ available: 15 });
    expect(await s.receipt('half')).toMatchObject({ status: 'reversed', points: 5 });
    await s.judge([s.restore('half', 'o', 5_000), s.restore('rest', 'o', 5_000)]);
    expect((await s.rows()).map(row => [row.kind, row.event, row.available])).toEqual([
      ['referral', 'e', 19],
      ['reversal', 'lowered', -9],
      ['reversal', 'half', 5],
      ['reversal', 'rest', 4],
    ]);
    await s.judge([s.refund('returned', 'o', 19_999)]);
    expect(await s.balance()).toMatchObject({ available: 0 });
  });

  it('is raised again before its sale came, and while its points are held', async () => {
    const s = await scene(database.db, { holdDays: 14 });
    await s.judge([s.refund('lowered', 'o', 10_000), s.restore('raised', 'o', 5_000)]);
    await s.judge([s.sale('e', 'o', 19_999)]);
    expect(await s.balance()).toMatchObject({ pending: 15, available: 0 });
    expect(await s.receipt('raised')).toMatchObject({ status: 'reversed', points: 5 });
  });

  it('comes to the same when it is raised before it was lowered', async () => {
    const s = await scene(database.db);
    await s.judge([s.sale('e', 'o', 19_999), s.restore('raised', 'o', 5_000)]);
    expect(await s.rows()).toHaveLength(1);
    expect(await s.receipt('raised')).toMatchObject({ status: 'not_awarded', reason: 'nothing_to_reverse' });
    await s.judge([s.refund('lowered', 'o', 10_000)]);
    expect(await s.balance()).toMatchObject({ available: 15 });
  });
});

describe('2.6 an order is awarded once per brand', () => {
  it('a second sale event of it is duplicate_order, in one chunk or another', async () => {
    const s = await scene(database.db);
    await s.judge([s.sale('a', 'o', 10_000), s.sale('b', 'o', 10_000)]);
    await s.judge([s.sale('c', 'o', 10_000)]);
    expect(await s.rows()).toHaveLength(1);
    expect(await s.receipt('b')).toMatchObject({ status: 'not_awarded', reason: 'duplicate_order' });
    expect(await s.receipt('c')).toMatchObject({ status: 'not_awarded', reason: 'duplicate_order' });
  });

  it('holds when two transactions race for the same order and the same event', async () => {
    const s = await scene(database.db);
    await Promise.all([
      s.judge([s.sale('a', 'o', 10_000)]),
      s.judge([s.sale('b', 'o', 10_000)]),
      s.judge([s.sale('a', 'o', 10_000)]),
      s.judge([s.refund('r', 'o', 10_000)]),
    ]);
    expect(await s.balance()).toMatchObject({ available: 0 });
    expect((await s.rows()).map(row => row.kind)).toEqual(['referral', 'reversal']);
  });
});

describe('2.8 hold', () => {
  const held = { holdDays: 14 };

  it('is pending, then released by the job, once', async () => {
    const s = await scene(database.db, held);
    await s.judge([s.sale('e', 'o', 10_000)]);
    expect(await s.balance()).toMatchObject({ pending: 10, available: 0 });
    expect(await s.receipt('e')).toMatchObject({ status: 'held', points: 10 });
    const [award] = await onPool(database.db).query<{ id: string }>(
      'SELECT id FROM awards WHERE ambassador_id = $1',
      [s.ids.ambassador],
    );
    const release = (now: string) =>
      inTransaction(database.db, sql =>
        releaseHolds(sql, s.ids.brand, s.ids.ambassador, award!.id, new Date(now)),
      );
    expect(await release('2026-11-15T09:59:59Z')).toBe(false);
    expect(await s.balance()).toMatchObject({ pending: 10 });
    expect(await release('2026-11-15T10:00:00Z')).toBe(true);
    await release('2026-11-15T10:00:00Z');
    expect(await s.balance()).toMatchObject({ pending: 0, available: 10, seq: 2 });
    expect(await s.receipt('e')).toMatchObject({ status: 'awarded', points: 10 });
  });

  it('history whose hold is over is posted held and released in one transaction', async () => {
    const s = await scene(database.db, held);
    await s.judge([
      s.sale('e', 'o', 10_000, { at: '2026-02-01T00:00:00Z', acceptedAt: '2026-11-01T00:00:00Z' }),
    ]);
    expect((await s.rows()).map(row => [row.kind, row.pending, row.available])).toEqual([
      ['referral', 10, 0],
      ['release', -10, 10],
    ]);
  });

  it('2.15 a refund takes pending while held, and the release moves what is left', async () => {
    const s = await scene(database.db, held);
    await s.judge([s.sale('e', 'o', 10_000), s.refund('r', 'o', 5_000)]);
    await s.judge([s.sale('e2', 'o2', 10_000, { at: '2026-11-20T00:00:00Z' })], '2026-11-20T00:00:00Z');
    expect((await s.rows()).map(row => [row.kind, row.event, row.pending, row.available])).toEqual([
      ['referral', 'e', 10, 0],
      ['reversal', 'r', -5, 0],
      ['release', 'e', -5, 5],
      ['referral', 'e2', 10, 0],
    ]);
  });
});

describe('2.9 a refund before its sale waits for it', () => {
  it('and counts when it comes', async () => {
    const s = await scene(database.db);
    await s.judge([s.refund('r', 'o', 5_000)]);
    expect(await s.receipt('r')).toMatchObject({ status: 'parked', reason: 'waits_for_sale' });
    await s.judge([s.sale('e', 'o', 10_000)]);
    expect(await s.balance()).toMatchObject({ available: 5 });
    expect(await s.receipt('r')).toMatchObject({ status: 'reversed', points: -5, version: 2 });
  });

  it('until its time is over; 2.12 even then it counts against a later award', async () => {
    const s = await scene(database.db);
    await s.judge([s.refund('r', 'o', 5_000)]);
    const waiting = { brandId: s.ids.brand, orderId: 'o', eventId: 'r' };
    await inTransaction(database.db, sql => expireRefund(sql, waiting, new Date('2028-01-01T00:00:00Z')));
    expect(await s.receipt('r')).toMatchObject({ status: 'not_awarded', reason: 'nothing_to_reverse' });
    await s.judge([s.sale('e', 'o', 10_000)]);
    expect(await s.balance()).toMatchObject({ available: 5 });
  });

  it('a refund of a refused sale has nothing to reverse', async () => {
    const s = await scene(database.db, { live: false });
    await s.judge([s.sale('e', 'o', 10_000), s.refund('r', 'o', 5_000)]);
    expect(await s.receipt('e')).toMatchObject({ status: 'not_awarded', reason: 'no_live_series' });
    expect(await s.receipt('r')).toMatchObject({ status: 'not_awarded', reason: 'nothing_to_reverse' });
    expect(await s.rows()).toEqual([]);
  });
});

describe('2.19 an event of an unknown ambassador', () => {
  const parked = async () => {
    const s = await scene(database.db);
    await s.judge([s.sale('e', 'o', 10_000, { who: 'bob' })]);
    expect(await s.receipt('e')).toMatchObject({ status: 'parked', reason: 'waits_for_ambassador' });
    return s;
  };
  const judgeBob = (brand: string) =>
    inTransaction(database.db, sql =>
      judgeParked(sql, brand, 'externalId:bob', new Date('2026-11-05T00:00:00Z')),
    );

  it('is judged when they arrive, as of the later of its time and their joining', async () => {
    const s = await parked();
    const bob = await s.arrive('bob', undefined, '2026-11-04T00:00:00Z');
    const work = await onPool(database.db).query(
      'SELECT payload FROM due_work WHERE brand_id = $1 AND kind = $2',
      [s.ids.brand, 'judge-parked-events'],
    );
    expect(work).toEqual([{ payload: { ref: 'externalId:bob' } }]);
    await judgeBob(s.ids.brand);
    await judgeBob(s.ids.brand);
    expect(await s.balance(bob)).toMatchObject({ available: 10, seq: 1 });
    expect(await s.receipt('e')).toMatchObject({ status: 'awarded', points: 10 });
  });

  it('is unknown_ambassador after 7 days, and stays so', async () => {
    const s = await parked();
    const [row] = await onPool(database.db).query<{ event: never }>(
      'SELECT event FROM parked_events WHERE brand_id = $1',
      [s.ids.brand],
    );
    await inTransaction(database.db, sql => expireParked(sql, row!.event, new Date('2026-11-09T00:00:00Z')));
    expect(await s.receipt('e')).toMatchObject({ status: 'not_awarded', reason: 'unknown_ambassador' });
    const bob = await s.arrive('bob');
    await judgeBob(s.ids.brand);
    expect(await s.rows(bob)).toEqual([]);
  });
});

describe('2.14 the ledger', () => {
  it('refuses a change and a deletion', async () => {
    const s = await scene(database.db);
    await s.judge([s.sale('e', 'o', 10_000)]);
    const sql = onPool(database.db);
    await expect(sql.query('UPDATE ledger SET available_delta = 0')).rejects.toThrow('append-only');
    await expect(sql.query('DELETE FROM ledger')).rejects.toThrow('append-only');
  });

  it('is the same multiset of rows for any duplication and any split into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            order: fc.integer({ min: 1, max: 3 }),
            refund: fc.option(fc.integer({ min: 1, max: 12_000 }), { nil: null }),
            again: fc.boolean(),
          }),
          { minLength: 1, maxLength: 10 },
        ),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 10 }),
        async (plan, sizes) => {
          const rowsOf = async (split: number[]) => {
            const s = await scene(database.db);
            const events = plan.flatMap((step, index) => {
              const event =
                step.refund === null
                  ? s.sale(`e${index}`, `o${step.order}`, 10_000)
                  : s.refund(`e${index}`, `o${step.order}`, step.refund);
              return step.again ? [event, event] : [event];
            });
            for (let turn = 0; events.length > 0; turn++)
              await s.judge(events.splice(0, split[turn % split.length]));
            const rows = await s.rows();
            expect(rows.reduce((sum, row) => sum + row.available, 0)).toBe(
              (await s.balance())?.available ?? 0,
            );
            return rows.map(row => `${row.event} ${row.kind} ${row.pending} ${row.available}`).sort();
          };
          expect(await rowsOf(sizes)).toEqual(await rowsOf([100]));
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('6.2 another brand', () => {
  it('has orders, events and ambassadors of its own', async () => {
    const [a, b] = [await scene(database.db), await scene(database.db)];
    await a.judge([a.sale('e', 'o', 10_000)]);
    await b.judge([b.sale('e', 'o', 20_000), b.refund('r', 'o', 20_000)]);
    expect(await a.balance()).toMatchObject({ available: 10 });
    expect(await b.balance()).toMatchObject({ available: 0, seq: 2 });
  });
});
