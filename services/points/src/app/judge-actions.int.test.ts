import { onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { earningScene } from '../testing/earning-scene.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const video = 'https://www.tiktok.com/@ada/video/1';
const sameVideo = 'http://m.tiktok.com/@ada/video/1/?utm_source=x#t';

describe('2.1 a completed action', () => {
  it('is awarded at once, with its rule frozen on the row', async () => {
    const s = await earningScene(database.db);
    const story = await s.action({ limit: { count: 3, per: 'week' } });
    await s.judge([s.done('e', story.toUpperCase(), { proofUrl: video })]);
    expect(await s.balance()).toMatchObject({ available: 40, pending: 0, seq: 1 });
    expect(await s.rows()).toEqual([
      { kind: 'action', event: 'e', pending: 0, available: 40, series: s.ids.series },
    ]);
    expect(await s.receipt('e')).toEqual({
      status: 'awarded',
      reason: null,
      review: null,
      points: 40,
      version: 1,
      activity: 'action.completed',
      subject: { kind: 'action', id: story, name: 'Post a story' },
    });
    const [row] = await onPool(database.db).query(
      'SELECT rule, program_id FROM ledger WHERE event_id = $1 AND brand_id = $2',
      ['e', s.ids.brand],
    );
    expect(row).toEqual({
      program_id: s.ids.program,
      rule: {
        actionId: story,
        name: 'Post a story',
        points: 40,
        limit: { count: 3, per: 'week' },
        review: 'none',
        disclosureRequired: false,
      },
    });
  });

  it('2.8 is not held, whatever its program holds of referrals', async () => {
    const s = await earningScene(database.db, { holdDays: 14 });
    await s.judge([s.done('e', await s.action())]);
    expect(await s.balance()).toMatchObject({ available: 40, pending: 0 });
  });

  it('2.16 a release that is due is posted before it', async () => {
    const s = await earningScene(database.db, { holdDays: 14 });
    const story = await s.action();
    await s.judge([s.sale('s', 'o', 10_000)]);
    await s.judge([s.done('e', story, { at: '2026-11-20T00:00:00Z' })], '2026-11-20T00:00:00Z');
    expect((await s.rows()).map(row => row.kind)).toEqual(['referral', 'release', 'action']);
  });

  it('2.14 what it was worth stays when the action is changed', async () => {
    const s = await earningScene(database.db);
    const story = await s.action();
    await s.judge([s.done('a', story)]);
    await s.editAction(story, { points: 7 });
    await s.judge([s.done('a', story), s.done('b', story)]);
    expect((await s.rows()).map(row => [row.event, row.available])).toEqual([
      ['a', 40],
      ['b', 7],
    ]);
  });
});

describe('2.13 why an action gave nothing', () => {
  it('unknown_action: no such id, no id at all, another brand’s, an archived one', async () => {
    const [s, other] = [await earningScene(database.db), await earningScene(database.db)];
    const [foreign, archived] = [await other.action(), await s.action()];
    await s.archiveAction(archived);
    const events = [
      s.done('none', '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a11'),
      s.done('text', 'post-a-story'),
      s.done('foreign', foreign, { proofUrl: video }),
      s.done('archived', archived, { proofUrl: video }),
    ];
    // Both brands in one chunk: what the one knows the other does not.
    await s.judge([...events, other.done('own', foreign)]);
    expect(await s.receipts('none', 'text', 'foreign', 'archived')).toEqual([
      'none not_awarded unknown_action',
      'text not_awarded unknown_action',
      'foreign not_awarded unknown_action',
      'archived not_awarded unknown_action',
    ]);
    expect(await s.receipt('foreign')).toMatchObject({ subject: null });
    expect(await s.receipt('archived')).toMatchObject({ subject: { id: archived } });
    expect(await other.receipts('own')).toEqual(['own awarded']);
    expect(await s.held()).toEqual({ places: [], proofs: [], steps: [] });
  });

  it('not_a_member, no_live_series, duplicate_proof, limit_reached, disclosure_missing, zero_points', async () => {
    const s = await earningScene(database.db);
    const elsewhere = await s.program(false);
    const inSeries = await s.program(true);
    await s.arrive('eve', undefined, '2026-01-01T00:00:00Z', elsewhere);
    const post = await s.action({ limit: { count: 1, per: 'ever' } });
    const free = await s.action({ disclosureRequired: true });
    const worthless = await s.action({ points: 0 });
    const ofOther = await s.action({ programId: inSeries });
    const ofElsewhere = await s.action({ programId: elsewhere });
    await s.judge([
      s.done('member', ofOther),
      s.done('before', post, { at: '2025-12-31T00:00:00Z' }),
      s.done('series', ofElsewhere, { who: 'eve' }),
      s.done('first', post, { proofUrl: video }),
      // Limit and proof both: the proof comes first.
      s.done('proof', post, { proofUrl: sameVideo }),
      s.done('limit', post, { proofUrl: `${video}2` }),
      s.done('tag', free, { text: 'what an #adventure' }),
      s.done('zero', worthless, { proofUrl: video }),
    ]);
    expect(await s.receipts('member', 'before', 'series', 'first', 'proof', 'limit', 'tag', 'zero')).toEqual([
      'member not_awarded not_a_member',
      'before not_awarded not_a_member',
      'series not_awarded no_live_series',
      'first awarded',
      'proof not_awarded duplicate_proof',
      'limit not_awarded limit_reached',
      'tag not_awarded disclosure_missing',
      'zero not_awarded zero_points',
    ]);
    // 2.12: those awarded, and those that wait for their disclosure, hold what they need; others nothing.
    expect(await s.held()).toEqual({ places: ['first', 'tag'], proofs: ['first'], steps: [] });
    expect(await s.balance()).toMatchObject({ available: 40 });
  });

  it('2.12 an action worth 0 points uses up nothing', async () => {
    const s = await earningScene(database.db);
    const story = await s.action({ points: 0, limit: { count: 1, per: 'ever' } });
    await s.judge([s.done('a', story, { proofUrl: video })]);
    await s.editAction(story, { points: 5 });
    await s.judge([s.done('b', story, { proofUrl: video })]);
    expect(await s.receipts('a', 'b')).toEqual(['a not_awarded zero_points', 'b awarded']);
  });
});

describe('a brand whose time zone and tags the copy does not have yet', () => {
  it('lets its actions wait, and sales go on', async () => {
    const s = await earningScene(database.db);
    const story = await s.action();
    const sql = onPool(database.db);
    await sql.query('ALTER TABLE brands DISABLE TRIGGER brands_whole');
    await sql.query('UPDATE brands SET timezone = NULL, disclosure_tags = NULL WHERE brand_id = $1', [
      s.ids.brand,
    ]);
    await sql.query('ALTER TABLE brands ENABLE TRIGGER brands_whole');
    await s.judge([s.sale('s', 'o', 10_000)]);
    await expect(s.judge([s.done('a', story)])).rejects.toThrow('not yet whole');
    expect(await s.receipts('s', 'a')).toEqual(['s awarded', 'a']);
  });
});

describe('2.1 limits', () => {
  it.each([
    // The evening of 31 October in New York; the clocks are set back on 1 November.
    [
      'day',
      ['2026-11-01T03:59:00Z', '2026-11-01T04:00:00Z', '2026-11-02T04:59:00Z', '2026-11-02T05:00:00Z'],
      'ad.d',
    ],
    [
      'week',
      ['2026-10-26T03:59:00Z', '2026-10-26T04:00:00Z', '2026-11-02T04:59:00Z', '2026-11-02T05:00:00Z'],
      'ad.d',
    ],
    [
      'month',
      ['2026-11-01T03:59:00Z', '2026-11-01T04:00:00Z', '2026-12-01T04:59:00Z', '2026-12-01T05:00:00Z'],
      'ad.d',
    ],
    [
      'ever',
      ['2026-02-01T00:00:00Z', '2026-06-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'],
      'a...',
    ],
  ])('one a %s of the brand’s time zone', async (per, times, expected) => {
    for (const together of [true, false]) {
      const s = await earningScene(database.db, { timezone: 'America/New_York' });
      const story = await s.action({ limit: { count: 1, per } });
      const events = times.map((at, index) => s.done(`e${index}`, story, { at }));
      const now = '2026-12-01T06:00:00Z';
      if (together) await s.judge(events, now);
      else for (const event of events) await s.judge([event], now);
      const statuses = await Promise.all(times.map(async (_, index) => await s.receipt(`e${index}`)));
      const awarded = statuses.map(row => row?.status === 'awarded');
      expect(awarded).toEqual([...expected].map(letter => letter !== '.'));
      expect(statuses.find(row => row?.status !== 'awarded')?.reason).toBe('limit_reached');
    }
  });

  it('count each ambassador’s own, and in the order accepted, not in that of their times', async () => {
    const s = await earningScene(database.db);
    const bob = await s.arrive('bob');
    const story = await s.action({ limit: { count: 2, per: 'day' } });
    const at = (hour: string) => ({ at: `2026-11-01T${hour}:00:00Z` });
    await s.judge([s.done('a', story, at('20')), s.done('b', story, at('12'))]);
    await s.judge([s.done('c', story, at('08')), s.done('d', story, { ...at('08'), who: 'bob' })]);
    expect(await s.receipts('a', 'b', 'c', 'd')).toEqual([
      'a awarded',
      'b awarded',
      'c not_awarded limit_reached',
      'd awarded',
    ]);
    expect(await s.balance(bob)).toMatchObject({ available: 40 });
  });

  it('are those in force when it is judged; what was taken without one counts', async () => {
    const s = await earningScene(database.db);
    const story = await s.action();
    await s.judge([s.done('a', story)]);
    await s.editAction(story, { limit: { count: 1, per: 'month' } });
    await s.judge([s.done('b', story)]);
    await s.editAction(story, { limit: null });
    await s.judge([s.done('c', story)]);
    expect(await s.receipts('a', 'b', 'c')).toEqual([
      'a awarded',
      'b not_awarded limit_reached',
      'c awarded',
    ]);
  });
});

describe('2.4 a proof counts once per action and brand', () => {
  it('for whoever comes first; for another action, another brand and without one again', async () => {
    const [s, other] = [await earningScene(database.db), await earningScene(database.db)];
    await s.arrive('bob');
    const [story, reel] = [await s.action(), await s.action()];
    await s.judge([s.done('a', story, { proofUrl: video })]);
    await s.judge([
      s.done('b', story, { proofUrl: sameVideo, who: 'bob' }),
      s.done('c', reel, { proofUrl: sameVideo }),
      s.done('d', story),
      s.done('e', story),
    ]);
    await other.judge([other.done('a', await other.action(), { proofUrl: video })]);
    expect(await s.receipts('a', 'b', 'c', 'd', 'e')).toEqual([
      'a awarded',
      'b not_awarded duplicate_proof',
      'c awarded',
      'd awarded',
      'e awarded',
    ]);
    expect(await other.receipts('a')).toEqual(['a awarded']);
  });

  it('holds when transactions of two ambassadors race for it, with others in every order', async () => {
    const s = await earningScene(database.db);
    const bob = await s.arrive('bob');
    const story = await s.action();
    const urls = Array.from({ length: 8 }, (_, n) => `${video}${n}`);
    const chunk = (who: string, order: readonly string[]) =>
      order.map(proofUrl => s.done(`${who}-${proofUrl.slice(-1)}`, story, { proofUrl, who }));
    await Promise.all([
      s.judge(chunk('ada', urls)),
      s.judge(chunk('bob', urls.toReversed())),
      s.judge(chunk('ada', urls)),
    ]);
    const rows = [...(await s.rows()), ...(await s.rows(bob))];
    expect(rows.map(row => row.event.slice(-1)).sort()).toEqual(urls.map(url => url.slice(-1)));
  });

  it('a refused event holds none', async () => {
    const s = await earningScene(database.db);
    const story = await s.action({ limit: { count: 1, per: 'ever' } });
    await s.arrive('bob');
    await s.judge([s.done('a', story), s.done('b', story, { proofUrl: video })]);
    await s.judge([s.done('c', story, { proofUrl: video, who: 'bob' })]);
    expect(await s.receipts('b', 'c')).toEqual(['b not_awarded limit_reached', 'c awarded']);
  });
});
