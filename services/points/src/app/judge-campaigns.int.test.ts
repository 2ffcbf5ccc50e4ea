import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { earningScene } from '../testing/earning-scene.js';
import { updateCampaign } from './change-campaign.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

describe('2.5 a campaign', () => {
  it('awards join and completion, each once, in one chunk or several', async () => {
    for (const together of [true, false]) {
      const s = await earningScene(database.db);
      const spring = await s.campaign();
      const events = [
        s.joined('j', spring),
        s.joined('j2', spring),
        s.completed('c', spring.toUpperCase()),
        s.completed('c2', spring),
        s.joined('j3', spring),
      ];
      if (together) await s.judge(events);
      else for (const event of events) await s.judge([event]);
      expect(await s.receipts('j', 'j2', 'c', 'c2', 'j3')).toEqual([
        'j awarded',
        'j2 not_awarded already_joined',
        'c awarded',
        'c2 not_awarded already_completed',
        'j3 not_awarded already_joined',
      ]);
      expect((await s.rows()).map(row => [row.kind, row.event, row.available, row.series])).toEqual([
        ['campaign_join', 'j', 25, s.ids.series],
        ['campaign_completion', 'c', 100, s.ids.series],
      ]);
      expect(await s.receipt('c')).toMatchObject({
        points: 100,
        activity: 'campaign.completed',
        subject: { kind: 'campaign', id: spring, name: 'Spring' },
      });
      expect(await s.held()).toMatchObject({ steps: ['c:completion', 'j:join'] });
    }
  });

  it('a completion without a recorded join records the join, without its points', async () => {
    const s = await earningScene(database.db);
    const spring = await s.campaign();
    await s.judge([s.completed('c', spring)]);
    await s.judge([s.joined('j', spring)]);
    expect(await s.receipts('c', 'j')).toEqual(['c awarded', 'j not_awarded already_joined']);
    expect(await s.balance()).toMatchObject({ available: 100 });
    expect(await s.held()).toMatchObject({ steps: ['c:completion', 'c:join'] });
  });

  it('holds when transactions race, also by different names of one person', async () => {
    const s = await earningScene(database.db);
    const spring = await s.campaign();
    const byCode = s.joined('j2', spring);
    byCode.data = { ...byCode.data, ambassador: { by: 'code', value: 'ada' } } as typeof byCode.data;
    await Promise.all([
      s.judge([s.joined('j1', spring)]),
      s.judge([byCode]),
      s.judge([s.joined('j1', spring)]),
      s.judge([s.joined('j3', spring)]),
    ]);
    expect(await s.balance()).toMatchObject({ available: 25, seq: 1 });
  });

  it('2.12 records a join or completion worth 0 points, with the receipt zero_points', async () => {
    const s = await earningScene(database.db);
    const spring = await s.campaign({ joinPoints: 0, completionPoints: 0 });
    await s.judge([s.joined('j', spring), s.completed('c', spring)]);
    await s.judge([s.joined('j2', spring), s.completed('c2', spring)]);
    expect(await s.receipts('j', 'c', 'j2', 'c2')).toEqual([
      'j not_awarded zero_points',
      'c not_awarded zero_points',
      'j2 not_awarded already_joined',
      'c2 not_awarded already_completed',
    ]);
    expect(await s.rows()).toEqual([]);
  });

  it('2.13 unknown_campaign, not_a_member, no_live_series, campaign_not_running; none of them is recorded', async () => {
    const [s, other] = [await earningScene(database.db), await earningScene(database.db)];
    const elsewhere = await s.program(false);
    await s.arrive('eve', undefined, '2026-01-01T00:00:00Z', elsewhere);
    const foreign = await other.campaign();
    const spring = await s.campaign();
    const archived = await s.campaign();
    await s.archiveCampaign(archived);
    const everywhere = await s.campaign({ programIds: [s.ids.program, elsewhere] });
    await s.judge(
      [
        s.joined('text', 'spring'),
        s.joined('foreign', foreign),
        s.completed('archived', archived),
        s.joined('member', spring, { who: 'eve' }),
        s.completed('series', everywhere, { who: 'eve' }),
        // Neither a member nor in time: the first of the two.
        s.joined('both', spring, { who: 'eve', at: '2026-12-01T00:00:00Z' }),
        s.joined('early', spring, { at: '2026-10-31T23:59:59.999Z' }),
        s.completed('late', spring, { at: '2026-12-01T00:00:00Z' }),
        s.joined('ok', everywhere),
      ],
      '2026-12-02T00:00:00Z',
    );
    expect(
      await s.receipts('text', 'foreign', 'archived', 'member', 'series', 'both', 'early', 'late', 'ok'),
    ).toEqual([
      'text not_awarded unknown_campaign',
      'foreign not_awarded unknown_campaign',
      'archived not_awarded unknown_campaign',
      'member not_awarded not_a_member',
      'series not_awarded no_live_series',
      'both not_awarded not_a_member',
      'early not_awarded campaign_not_running',
      'late not_awarded campaign_not_running',
      'ok awarded',
    ]);
    expect(await s.held()).toMatchObject({ steps: ['ok:join'] });
  });

  it('is judged by its window in force now', async () => {
    const s = await earningScene(database.db);
    const spring = await s.campaign();
    const edit = { startsAt: '2026-11-10T00:00:00+01:00' };
    await inTransaction(database.db, sql => updateCampaign(sql, s.caller, spring, edit, null, new Date()));
    await s.judge([s.joined('j', spring)]);
    expect(await s.receipts('j')).toEqual(['j not_awarded campaign_not_running']);
  });
});

describe('2.7 no live series, no points', () => {
  it('nor anything held or recorded', async () => {
    const s = await earningScene(database.db, { live: false });
    const [story, spring] = [await s.action(), await s.campaign()];
    await s.judge([
      s.done('a', story, { proofUrl: 'https://a.example/x' }),
      s.joined('j', spring),
      s.completed('c', spring),
    ]);
    expect(await s.receipts('a', 'j', 'c')).toEqual([
      'a not_awarded no_live_series',
      'j not_awarded no_live_series',
      'c not_awarded no_live_series',
    ]);
    expect(await s.held()).toEqual({ places: [], proofs: [], steps: [] });
  });
});

describe('1.6 loaded history', () => {
  it('is quiet on its entries, of actions and campaigns too', async () => {
    const s = await earningScene(database.db, { quietAfterDays: 7 });
    const [story, spring] = [await s.action(), await s.campaign()];
    const loaded = { at: '2026-11-01T10:00:00Z', acceptedAt: '2026-11-20T10:00:00Z' };
    await s.judge([s.done('old', story, loaded), s.joined('join', spring, loaded), s.done('new', story)]);
    const events = await onPool(database.db).query<{ value: string }>(
      `SELECT value FROM outbox WHERE topic = 'cairn.points.entries.v1' AND key LIKE $1 ORDER BY id`,
      [`${s.ids.brand}%`],
    );
    const entries = events.map(({ value }) => JSON.parse(value).data);
    expect(entries.map(({ kind, eventId, quiet }) => [kind, eventId, quiet])).toEqual([
      ['action', 'old', true],
      ['campaign_join', 'join', true],
      ['action', 'new', false],
    ]);
  });
});

describe('2.6 flat', () => {
  it('gives its points a sale; 2.9 refunds take them back in proportion', async () => {
    const s = await earningScene(database.db, { rule: { mode: 'flat', points: 50 } });
    await s.judge([
      s.sale('e', 'o', 9_900),
      s.refund('r1', 'o', 3_300),
      s.sale('free', 'o2', 0),
      s.refund('r2', 'o2', 1),
    ]);
    await s.judge([s.refund('r3', 'o', 10_000), s.sale('foreign', 'o3', 100, { currency: 'EUR' })]);
    expect((await s.rows()).map(row => [row.event, row.available])).toEqual([
      ['e', 50],
      ['r1', -16],
      ['free', 50],
      ['r2', -50],
      ['r3', -34],
    ]);
    expect(await s.receipts('foreign')).toEqual(['foreign not_awarded currency_mismatch']);
  });

  it('of nothing is zero_points', async () => {
    const s = await earningScene(database.db, { rule: { mode: 'flat', points: 0 } });
    await s.judge([s.sale('e', 'o', 10_000), s.refund('r', 'o', 10_000)]);
    expect(await s.receipts('e', 'r')).toEqual([
      'e not_awarded zero_points',
      'r not_awarded nothing_to_reverse',
    ]);
  });
});
