import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findBalance } from '../../out/postgres/read-model/ambassadors.js';
import { needsFulfilment } from '../../out/postgres/read-model/grants.js';
import { testBrand } from '../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../testing/database.js';
import { eventsOf } from '../../testing/events.js';
import { now } from '../../testing/home-rows.js';
import { readHome } from '../home/read-home.js';
import { applyAmbassadors, applyEarning, applyPrograms } from './apply-catalog.js';
import { applyEntries } from './apply-entries.js';
import { applyGrants } from './apply-grants.js';
import { applyMilestones } from './apply-milestones.js';
import { applyReceipts } from './apply-receipts.js';

describe('the read model', () => {
  let database: TestDatabase;
  let events: ReturnType<typeof eventsOf>;
  let ada: string;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    await database.drop();
  });

  beforeEach(async () => {
    const { id } = await testBrand(database.db);
    events = eventsOf(id);
    ada = newId();
    await chunk(sql => applyAmbassadors(sql, [events.ambassador(ada, 1)]));
    await chunk(sql => applyPrograms(sql, [events.program(1), events.series(2)]));
    await chunk(sql => applyEarning(sql, [events.rule(1, '0.1')]));
  });

  const chunk = <Result>(work: (sql: Sql) => Promise<Result>) => inTransaction(database.db, work);
  const home = (who = ada) => readHome(onPool(database.db), events.brandId, who, now);

  it('composes a home from every stream', async () => {
    await chunk(sql => applyEntries(sql, [events.entry(ada, 1, 300)]));
    await chunk(sql => applyReceipts(sql, [events.receipt(ada, 'evt-1', 1)]));
    await chunk(sql => applyMilestones(sql, [events.progress(ada, 1, 300), events.unlock(ada, 1)]));
    await chunk(sql => applyGrants(sql, [events.grant(ada, 1, 1, 'issued')], now));
    expect(await home()).toMatchObject({
      brand: { slug: expect.stringMatching(/^rosewood/), currency: 'GBP' },
      program: { id: events.programId },
      series: { id: events.seriesId, name: 'Climb' },
      points: 300,
      waysToEarn: [{ award: '1 point for every £10 your friends spend' }],
      activity: [{ eventId: 'evt-1', status: 'awarded' }],
      rewards: [{ status: 'issued', code: 'CAIRN-7QF2-9KXM-3TVD' }],
    });
    expect(await findBalance(onPool(database.db), events.brandId, ada)).toEqual({
      available: 300,
      pending: 0,
      version: 1,
    });
  });

  it.each([
    ['day', 'Europe/London', '2026-11-20T00:00:00.000Z'],
    ['week', 'Europe/London', '2026-11-16T00:00:00.000Z'],
    ['month', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    // An old name that this runtime knows and Postgres does not.
    ['day', 'AET', '2026-11-19T13:00:00.000Z'],
  ] as const)('2.1 counts what holds a place of the limit in the %s of %s', async (per, timezone, began) => {
    ada = newId();
    events = eventsOf((await testBrand(database.db, { timezone })).id);
    await chunk(sql => applyAmbassadors(sql, [events.ambassador(ada, 1)]));
    await chunk(sql => applyPrograms(sql, [events.program(1), events.series(2)]));
    await chunk(sql => applyEarning(sql, [events.action(1, { limit: { count: 3, per } })]));
    const post = (eventId: string, occurredAt: number) =>
      events.receipt(ada, eventId, 1, {
        activity: 'action.completed',
        subject: { kind: 'action', id: events.actionId, name: 'Post a story' },
        occurredAt: new Date(occurredAt).toISOString(),
      });
    await chunk(sql =>
      applyReceipts(sql, [post('before', Date.parse(began) - 1), post('first', Date.parse(began))]),
    );
    expect((await home()).waysToEarn).toContainEqual(expect.objectContaining({ left: 2 }));
  });

  it('2.3 an event that took the place of one without its disclosure counts alone', async () => {
    await chunk(sql => applyEarning(sql, [events.action(2, { limit: { count: 3, per: 'ever' } })]));
    const post = (eventId: string, version: number, change: object) =>
      events.receipt(ada, eventId, version, {
        activity: 'action.completed',
        subject: { kind: 'action', id: events.actionId, name: 'Post a story' },
        ...change,
      });
    const first = post('first', 1, { status: 'not_awarded', reason: 'disclosure_missing' });
    const replacing = post('second', 1, { status: 'in_review', replaces: 'first' });
    const left = async () =>
      (await home()).waysToEarn.flatMap(way => (way.kind === 'action' ? way.left : []));
    await chunk(sql => applyReceipts(sql, [first]));
    expect(await left()).toEqual([2]);
    await chunk(sql => applyReceipts(sql, [replacing, post('second', 2, { status: 'awarded' })]));
    expect(await left()).toEqual([2]);
    await chunk(sql => applyReceipts(sql, [first, replacing]));
    expect(await left()).toEqual([2]);
    await chunk(sql =>
      applyReceipts(sql, [post('second', 3, { status: 'not_awarded', reason: 'rejected' })]),
    );
    expect(await left()).toEqual([3]);
  });

  it('is moved on by one revision a chunk, and by nothing that was seen', async () => {
    const start = (await home()).revision;
    const twice = async (work: (sql: Sql) => Promise<unknown>) => {
      await chunk(work);
      const once = await home();
      await chunk(work);
      expect(await home()).toEqual(once);
      return once.revision;
    };
    const entries = [events.entry(ada, 1, 100), events.entry(ada, 2, 300)];
    expect(await twice(sql => applyEntries(sql, entries))).toBe(start + 1);
    const receipts = [events.receipt(ada, 'evt-1', 1), events.receipt(ada, 'evt-2', 1)];
    expect(await twice(sql => applyReceipts(sql, receipts))).toBe(start + 2);
    const reached = [events.progress(ada, 1, 100), events.progress(ada, 2, 300), events.unlock(ada, 1)];
    expect(await twice(sql => applyMilestones(sql, reached))).toBe(start + 3);
    const grants = [events.grant(ada, 1, 1, 'pending'), events.grant(ada, 1, 2, 'issued')];
    expect(await twice(sql => applyGrants(sql, grants, now))).toBe(start + 4);
    const renamed = [events.series(3, 'Ascent')];
    expect(await twice(sql => applyPrograms(sql, renamed))).toBe(start + 5);
    const faster = [events.rule(2, '0.5')];
    expect(await twice(sql => applyEarning(sql, faster))).toBe(start + 6);
  });

  it('never goes back to an older state', async () => {
    const gaps = await chunk(sql =>
      applyMilestones(sql, [events.progress(ada, 1, 10), events.progress(ada, 2, 20)]),
    );
    expect(gaps).toEqual([]);
    await chunk(sql => applyMilestones(sql, [events.progress(ada, 1, 10)]));
    await chunk(sql => applyPrograms(sql, [events.series(1, 'Before')]));
    await chunk(sql => applyAmbassadors(sql, [events.ambassador(ada, 1, { name: 'Before' })]));
    expect(await home()).toMatchObject({
      points: 20,
      series: { name: 'Climb' },
      ambassador: { name: 'Ada' },
    });
  });

  it('takes a newer state over a gap and tells it, and takes what comes late for another series', async () => {
    const other = newId();
    await chunk(sql => applyMilestones(sql, [events.progress(ada, 1, 10)]));
    const gaps = await chunk(sql => applyMilestones(sql, [events.progress(ada, 5, 50)]));
    expect(gaps).toEqual([{ aggregate: `progress:${ada}`, stored: 1, incoming: 5 }]);
    expect((await home()).points).toBe(50);
    await chunk(sql => applyMilestones(sql, [events.progress(ada, 4, 40, other)]));
    const rows = await onPool(database.db).query<{ version: number }>(
      'SELECT version FROM progress WHERE ambassador_id = $1 ORDER BY version',
      [ada],
    );
    expect(rows.map(row => row.version)).toEqual([4, 5]);
  });

  it('keeps the last fifty lines, and is not touched by older ones', async () => {
    const at = (minute: number) => ({ occurredAt: new Date(now.getTime() + minute * 60_000).toISOString() });
    const lines = Array.from({ length: 70 }, (_, n) => events.receipt(ada, `evt-${n}`, 1, at(n)));
    await chunk(sql => applyReceipts(sql, lines));
    const full = await home();
    expect(full.activity.map(line => line.eventId)).toEqual(
      Array.from({ length: 50 }, (_, n) => `evt-${69 - n}`),
    );
    await chunk(sql => applyReceipts(sql, lines));
    expect(await home()).toEqual(full);
    const gaps = await chunk(sql => applyReceipts(sql, [events.receipt(ada, 'evt-3', 2, at(99))]));
    expect(gaps).toEqual([]);
    expect((await home()).activity[0]?.eventId).toBe('evt-3');
  });

  it('shows a receipt once its ambassador is known (2.19)', async () => {
    await chunk(sql => applyReceipts(sql, [events.receipt(null, 'evt-1', 1, { status: 'parked' })]));
    expect((await home()).activity).toEqual([]);
    await chunk(sql => applyReceipts(sql, [events.receipt(ada, 'evt-1', 2)]));
    expect((await home()).activity).toHaveLength(1);
  });

  it('shows another brand’s ambassador to nobody (6.2)', async () => {
    await expect(readHome(onPool(database.db), newId(), ada, now)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await findBalance(onPool(database.db), newId(), ada)).toBeUndefined();
  });

  it('counts what waits for a person', async () => {
    const grants = [1, 2, 3].map(n => events.grant(ada, n, 1, n === 3 ? 'issued' : 'needs_fulfilment'));
    await chunk(sql => applyGrants(sql, grants, now));
    const waiting = await needsFulfilment(onPool(database.db), events.brandId, [events.seriesId]);
    expect(waiting.get(events.seriesId)).toBe(2);
  });

  it('takes chunks of different streams at once without a deadlock', async () => {
    const many = Array.from({ length: 200 }, () => newId());
    const shuffled = [...many].reverse();
    await chunk(sql =>
      applyAmbassadors(
        sql,
        many.map((id, n) => events.ambassador(id, 10 + n)),
      ),
    );
    await Promise.all([
      chunk(sql =>
        applyEntries(
          sql,
          many.map(id => events.entry(id, 1, 5)),
        ),
      ),
      chunk(sql =>
        applyReceipts(
          sql,
          shuffled.map((id, n) => events.receipt(id, `evt-${n}`, 1)),
        ),
      ),
      chunk(sql =>
        applyMilestones(
          sql,
          many.map(id => events.progress(id, 1, 5)),
        ),
      ),
      chunk(sql =>
        applyGrants(
          sql,
          shuffled.map((id, n) => events.grant(id, n, 1, 'issued')),
          now,
        ),
      ),
    ]);
    // One for joining, one a stream, and two chunks of the brand's catalog.
    const revisions = await Promise.all(many.slice(0, 20).map(async id => (await home(id)).revision));
    expect(new Set(revisions)).toEqual(new Set([1 + 4 + 2]));
  });
});
