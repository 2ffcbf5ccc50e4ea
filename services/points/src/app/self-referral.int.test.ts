import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { reviewScene } from '../testing/review-scene.js';
import { expireRefund } from './expire-refund.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

/** Ada is known as ada@example.com. */
const own = 'Ada+shop@Example.com';

describe('2.11 a sale to the ambassador’s own address', () => {
  it('waits for review, is not rejected; another buyer’s is awarded', async () => {
    const s = await reviewScene(database.db);
    await s.judge([
      s.sale('a', 'o1', 19_999, { buyer: own }),
      s.sale('b', 'o2', 19_999, { buyer: 'eve@example.com' }),
      s.sale('c', 'o3', 19_999),
    ]);
    expect(await s.receipt('a')).toMatchObject({ status: 'in_review', review: 'self_referral_review' });
    expect(await s.receipts('b', 'c')).toEqual(['b awarded', 'c awarded']);
    expect(await s.submissions()).toEqual([{ event: 'a', status: 'in_review', sampled: false }]);
  });

  it('2.6 a sale event for an order in review is duplicate_order', async () => {
    const s = await reviewScene(database.db);
    await s.arrive('bob');
    await s.judge([s.sale('a', 'o1', 19_999, { buyer: own }), s.sale('b', 'o1', 19_999, { who: 'bob' })]);
    expect(await s.receipts('b')).toEqual(['b not_awarded duplicate_order']);
  });

  it('2.9 its refunds wait, and count when it is approved, as of its time', async () => {
    const s = await reviewScene(database.db);
    await s.judge([s.sale('a', 'o1', 19_999, { buyer: own }), s.refund('r', 'o1', 5_000)]);
    expect(await s.receipts('r')).toEqual(['r parked waits_for_sale']);
    await s.approve('a');
    expect(await s.ledger()).toEqual(['referral 19', 'reversal -4']);
    expect(await s.receipts('a', 'r')).toEqual(['a awarded', 'r reversed']);
  });

  it('2.8 approved it is held by its program’s days, from its own time', async () => {
    const s = await reviewScene(database.db, { holdDays: 14 });
    await s.judge([s.sale('a', 'o1', 19_999, { buyer: own })]);
    await s.approve('a', '2026-11-05T00:00:00Z');
    expect(await s.balance()).toMatchObject({ pending: 19, available: 0 });
    expect(await s.receipts('a')).toEqual(['a held']);
    const past = await reviewScene(database.db, { holdDays: 14 });
    await past.judge([past.sale('a', 'o1', 19_999, { buyer: own })]);
    await past.approve('a', '2026-12-05T00:00:00Z');
    expect(await past.balance()).toMatchObject({ pending: 0, available: 19, seq: 2 });
  });

  it('rejected its order may be awarded by a later event, and its refunds reverse nothing until then', async () => {
    const s = await reviewScene(database.db);
    await s.judge([s.sale('a', 'o1', 19_999, { buyer: own }), s.refund('r', 'o1', 5_000)]);
    await s.reject('a');
    expect(await s.receipts('a', 'r')).toEqual([
      'a not_awarded rejected',
      'r not_awarded nothing_to_reverse',
    ]);
    await s.judge([s.sale('b', 'o1', 19_999)]);
    expect(await s.ledger()).toEqual(['referral 19', 'reversal -4']);
    await expect(s.undo('a')).rejects.toMatchObject({ code: 'duplicate_order' });
  });

  it('a rejection undone waits again, with its refunds', async () => {
    const s = await reviewScene(database.db);
    await s.judge([s.sale('a', 'o1', 19_999, { buyer: own }), s.refund('r', 'o1', 5_000)]);
    await s.reject('a');
    await s.undo('a');
    expect(await s.receipts('r')).toEqual(['r parked waits_for_sale']);
    await s.judge([s.sale('b', 'o1', 19_999)]);
    expect(await s.receipts('b')).toEqual(['b not_awarded duplicate_order']);
    await s.approve('a');
    expect(await s.balance()).toMatchObject({ available: 15 });
  });

  it('an approval undone takes back what refunds have left; approved anew, they count again', async () => {
    const s = await reviewScene(database.db);
    await s.judge([s.sale('a', 'o1', 19_999, { buyer: own })]);
    await s.approve('a');
    await s.judge([s.refund('r', 'o1', 5_000)]);
    await s.undo('a');
    expect(await s.balance()).toMatchObject({ pending: 0, available: 0 });
    expect(await s.receipts('a', 'r')).toEqual(['a in_review', 'r parked waits_for_sale']);
    await s.judge([s.refund('r2', 'o1', 5_000)]);
    await s.approve('a');
    expect(await s.ledger()).toEqual([
      'referral 19',
      'reversal -4',
      'reversal -15',
      'referral 19',
      'reversal -4',
      'reversal -5',
    ]);
    const ids = await onPool(database.db).query<{ id: string }>(
      'SELECT id FROM ledger WHERE ambassador_id = $1',
      [s.ids.ambassador],
    );
    expect(new Set(ids.map(row => row.id)).size).toBe(6);
  });

  it('an approval undone in its hold leaves no release behind', async () => {
    const s = await reviewScene(database.db, { holdDays: 14 });
    await s.judge([s.sale('a', 'o1', 19_999, { buyer: own })]);
    await s.approve('a');
    await s.undo('a');
    expect(await s.balance()).toMatchObject({ pending: 0, available: 0 });
    const work = await onPool(database.db).query(
      `SELECT key FROM due_work WHERE brand_id = $1 AND kind = 'release-hold'`,
      [s.ids.brand],
    );
    expect(work).toEqual([]);
    await s.approve('a', '2026-12-05T00:00:00Z');
    expect(await s.balance()).toMatchObject({ pending: 0, available: 19 });
  });

  it('2.9 a refund waits for the review so long and no longer', async () => {
    const s = await reviewScene(database.db);
    await s.judge([s.sale('a', 'o1', 19_999, { buyer: own }), s.refund('r', 'o1', 5_000)]);
    const waiting = { brandId: s.ids.brand, orderId: 'o1', eventId: 'r' };
    await inTransaction(database.db, sql => expireRefund(sql, waiting, new Date('2028-01-01')));
    expect(await s.receipts('r')).toEqual(['r not_awarded nothing_to_reverse']);
    await s.approve('a');
    expect(await s.balance()).toMatchObject({ available: 15 });
  });

  it('2.13 what would be refused anyway is refused for its own reason', async () => {
    const s = await reviewScene(database.db, { live: false });
    await s.judge([s.sale('a', 'o1', 19_999, { buyer: own })]);
    expect(await s.receipts('a')).toEqual(['a not_awarded no_live_series']);
  });

  it('waits for the address where the copy does not have it yet', async () => {
    const s = await reviewScene(database.db);
    const sql = onPool(database.db);
    await inTransaction(database.db, async tx => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query('UPDATE ambassadors SET email_hash = NULL WHERE ambassador_id = $1', [s.ids.ambassador]);
    });
    await expect(s.judge([s.sale('a', 'o1', 19_999, { buyer: own })])).rejects.toThrow('not yet whole');
    await s.judge([s.sale('b', 'o2', 19_999)]);
    await s.arrive('ada', s.ids.ambassador);
    await s.judge([s.sale('a', 'o1', 19_999, { buyer: own })]);
    expect((await s.receipt('a'))?.status).toBe('in_review');
    const [row] = await sql.query<{ all: string }>(
      'SELECT ambassadors::text AS all FROM ambassadors WHERE ambassador_id = $1',
      [s.ids.ambassador],
    );
    expect(row!.all).not.toContain('example.com');
  });
});
