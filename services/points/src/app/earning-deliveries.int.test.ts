import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { earningScene } from '../testing/earning-scene.js';
import { judgeActivity } from './judge-activity.js';
import { expireParked, judgeParked } from './judge-parked.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

describe('2.19 actions and campaigns of an unknown ambassador', () => {
  it('are parked, and judged in the order accepted when they arrive', async () => {
    const s = await earningScene(database.db);
    const [story, spring] = [await s.action({ limit: { count: 1, per: 'day' } }), await s.campaign()];
    const bobs = { who: 'bob' };
    await s.judge([
      s.done('a', story, bobs),
      // Another day, but before they came: limits are those of the day they joined.
      s.done('b', story, { ...bobs, at: '2026-10-20T00:00:00Z' }),
      s.joined('j', spring, bobs),
      s.sale('s', 'o', 10_000, bobs),
      s.done('x', 'nothing', bobs),
    ]);
    expect(await s.receipts('a', 'j', 'x')).toEqual([
      'a parked waits_for_ambassador',
      'j parked waits_for_ambassador',
      'x parked waits_for_ambassador',
    ]);
    expect(await s.receipt('a')).toMatchObject({ subject: { id: story } });
    expect(await s.held()).toEqual({ places: [], proofs: [], steps: [] });
    const bob = await s.arrive('bob', undefined, '2026-11-01T12:00:00Z');
    const judgeBob = () =>
      inTransaction(database.db, sql =>
        judgeParked(sql, s.ids.brand, 'externalId:bob', new Date('2026-11-03')),
      );
    await judgeBob();
    await judgeBob();
    expect(await s.receipts('a', 'b', 'j', 's', 'x')).toEqual([
      'a awarded',
      'b not_awarded limit_reached',
      'j awarded',
      's awarded',
      'x not_awarded unknown_action',
    ]);
    expect((await s.rows(bob)).map(row => row.kind)).toEqual(['action', 'campaign_join', 'referral']);
    // Their rows keep their own times.
    const times = await onPool(database.db).query(
      'SELECT occurred_at FROM ledger WHERE ambassador_id = $1 AND seq = 1',
      [bob],
    );
    expect(times).toEqual([{ occurred_at: '2026-11-01T10:00:00.000Z' }]);
  });

  it('are unknown_ambassador after 7 days', async () => {
    const s = await earningScene(database.db);
    const [story, spring] = [await s.action(), await s.campaign()];
    await s.judge([
      s.done('a', story, { who: 'bob', proofUrl: 'https://a.example/x' }),
      s.completed('c', spring, { who: 'bob' }),
    ]);
    const work = await onPool(database.db).query<{ payload: { event: never }; due_at: string }>(
      'SELECT payload, due_at FROM due_work WHERE brand_id = $1 ORDER BY key',
      [s.ids.brand],
    );
    expect(work.map(row => row.due_at)).toEqual(['2026-11-08T10:00:00.000Z', '2026-11-08T10:00:00.000Z']);
    for (const { payload } of work) {
      await inTransaction(database.db, sql => expireParked(sql, payload.event, new Date('2026-11-09')));
    }
    expect(await s.receipts('a', 'c')).toEqual([
      'a not_awarded unknown_ambassador',
      'c not_awarded unknown_ambassador',
    ]);
  });
});

describe('2.16 the same event id, in any company', () => {
  it('changes nothing: the body judged first wins, of whatever kind', async () => {
    const s = await earningScene(database.db);
    const [story, spring] = [await s.action(), await s.campaign()];
    await s.judge([s.done('e', story), s.joined('e', spring), s.sale('e', 'o', 10_000)]);
    await s.judge([s.joined('e', spring), s.refund('r', 'o', 1), s.done('e', story)]);
    expect((await s.rows()).map(row => row.kind)).toEqual(['action']);
    expect(await s.receipts('e', 'r')).toEqual(['e awarded', 'r parked waits_for_sale']);
    expect(await s.held()).toEqual({ places: ['e'], proofs: [], steps: [] });
  });

  it('after a crash before the commit it is judged as if for the first time', async () => {
    const s = await earningScene(database.db);
    const [story, spring] = [await s.action({ disclosureRequired: true }), await s.campaign()];
    const proofUrl = 'https://a.example/x';
    const events = [
      s.done('a', story, { proofUrl }),
      s.done('b', story, { proofUrl, text: '#ad' }),
      s.completed('c', spring),
    ];
    const crash = inTransaction(database.db, async sql => {
      await judgeActivity(sql, events, new Date('2026-11-03'));
      throw new Error('crash');
    });
    await expect(crash).rejects.toThrow('crash');
    expect(await s.held()).toEqual({ places: [], proofs: [], steps: [] });
    await s.judge(events);
    await s.judge(events);
    expect(await s.receipts('a', 'b', 'c')).toEqual([
      'a not_awarded disclosure_missing',
      'b awarded',
      'c awarded',
    ]);
    expect(await s.balance()).toMatchObject({ available: 140, seq: 2 });
  });
});
