import { randomUUID } from 'node:crypto';
import type { ReplayReceipts } from '@cairn/contracts/http/replay';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { migrations } from '../../migrations/all.js';
import { findReplay } from '../out/postgres/replays.js';
import { earningScene } from '../testing/earning-scene.js';
import { restorable } from '../testing/restored.js';
import type { ActivityEvent } from './activity.js';
import { replayRecalled, replayStep } from './replay-steps.js';
import { startReplay } from './start-replay.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const now = new Date('2026-11-20T00:00:00Z');
const filter = { reason: 'no_live_series' as const };

async function refusing(options: Parameters<typeof earningScene>[1] = {}) {
  const s = await earningScene(database.db, { live: false, ...options });
  const start = async (body: Partial<ReplayReceipts>) =>
    (await inTransaction(database.db, sql => startReplay(sql, s.caller, { preview: false, ...body }, now)))
      .body;
  const answer = async (body: Partial<ReplayReceipts>) => {
    const started = await start(body);
    if (started.kind === 'running') throw new Error('more than are judged at once');
    return started.answer;
  };
  /** As the due work does, to its end. */
  const run = async (id: string) => {
    while (await inTransaction(database.db, sql => replayStep(sql, id, now)));
    return await findReplay(onPool(database.db), s.ids.brand, id);
  };
  const kept = async () =>
    (
      await onPool(database.db).query<{ id: string }>(
        'SELECT event_id AS id FROM refused_events WHERE brand_id = $1 ORDER BY 1',
        [s.ids.brand],
      )
    ).map(row => row.id);
  return { s, start, answer, run, kept, goLive: () => s.program(true) };
}

describe('2.7 a replay of what no series was live for', () => {
  it('previews what it does, posts nothing then, and awards as of the events’ own time', async () => {
    const { s, answer, kept, goLive } = await refusing({ quietAfterDays: 7, holdDays: 14 });
    const story = await s.action();
    await s.judge([
      s.sale('sale', 'o', 10_000),
      s.done('story', story, { proofUrl: 'https://a.example/1' }),
      s.done('twice', story, { proofUrl: 'https://a.example/1' }),
    ]);
    expect(await s.receipts('sale', 'story', 'twice')).toEqual([
      'sale not_awarded no_live_series',
      'story not_awarded no_live_series',
      'twice not_awarded no_live_series',
    ]);
    expect(await answer({ filter, preview: true })).toEqual({
      wouldAward: 0,
      points: 0,
      others: [{ reason: 'no_live_series', events: 3 }],
    });
    await goLive();
    const wouldBe = { points: 50, others: [{ reason: 'duplicate_proof', events: 1 }] };
    expect(await answer({ filter, preview: true })).toEqual({ wouldAward: 2, ...wouldBe });
    expect(await s.rows()).toEqual([]);
    expect(await kept()).toEqual(['sale', 'story', 'twice']);
    expect(await answer({ filter })).toEqual({ replayed: 2, ...wouldBe });
    // Nothing is late: it was accepted when it happened, and its hold is over by now.
    expect((await s.rows()).map(row => [row.kind, row.event, row.pending, row.available])).toEqual([
      ['referral', 'sale', 10, 0],
      ['release', 'sale', -10, 10],
      ['action', 'story', 0, 40],
    ]);
    expect(await s.receipts('sale', 'story', 'twice')).toEqual([
      'sale awarded',
      'story awarded',
      'twice not_awarded duplicate_proof',
    ]);
    expect(await kept()).toEqual([]);
    expect(await answer({ filter })).toEqual({ replayed: 0, points: 0, others: [] });
  });

  it('2.12 counts refunds that are known at once', async () => {
    const { s, answer, goLive } = await refusing();
    await s.judge([s.sale('e', 'o', 10_000), s.refund('r', 'o', 4_000)]);
    expect(await s.receipts('r')).toEqual(['r not_awarded nothing_to_reverse']);
    await goLive();
    expect(await answer({ eventIds: ['e'], preview: true })).toMatchObject({ wouldAward: 1, points: 6 });
    expect(await answer({ eventIds: ['e'] })).toMatchObject({ replayed: 1, points: 6 });
    expect(await s.balance()).toMatchObject({ available: 6 });
    expect(await s.receipts('r')).toEqual(['r reversed']);
  });

  it('leaves out what was awarded meanwhile, and two at once award once', async () => {
    const { s, answer, goLive } = await refusing();
    await s.judge([s.sale('a', 'o1', 10_000), s.sale('b', 'o2', 10_000), s.sale('c', 'o3', 10_000)]);
    await goLive();
    expect(await answer({ eventIds: ['a'] })).toMatchObject({ replayed: 1 });
    const both = await Promise.all([answer({ filter }), answer({ eventIds: ['a', 'b', 'c'] })]);
    const replayed = both.map(of => ('replayed' in of ? of.replayed : Number.NaN));
    expect(replayed.reduce((sum, n) => sum + n)).toBe(2);
    expect(await s.rows()).toHaveLength(3);
    expect(await s.balance()).toMatchObject({ available: 30 });
  });

  it('2.6 an order that another event was awarded for is not awarded again', async () => {
    const { s, answer, goLive } = await refusing();
    await s.judge([s.sale('first', 'o', 10_000)]);
    await goLive();
    await s.judge([s.sale('second', 'o', 20_000)]);
    expect(await answer({ filter })).toMatchObject({
      replayed: 0,
      others: [{ reason: 'duplicate_order', events: 1 }],
    });
    expect(await s.rows()).toHaveLength(1);
  });

  it('goes by program and by when it happened', async () => {
    const { s, answer, goLive } = await refusing();
    const other = await s.program(false);
    const bob = await s.arrive('bob', undefined, undefined, other);
    await onPool(database.db).query(
      'INSERT INTO referral_rules (program_id, brand_id, rule) VALUES ($1, $2, $3)',
      [other, s.ids.brand, JSON.stringify({ mode: 'flat', points: 5 })],
    );
    await s.judge([
      s.sale('early', 'o1', 10_000, { at: '2026-10-01T00:00:00Z' }),
      s.sale('late', 'o2', 10_000, { at: '2026-10-02T00:00:00Z' }),
      s.sale('his', 'o3', 10_000, { at: '2026-10-01T00:00:00Z', who: 'bob' }),
    ]);
    await goLive();
    const span = { from: '2026-10-01T00:00:00Z', to: '2026-10-02T00:00:00Z' };
    const found = { ...filter, programId: s.ids.program, ...span };
    expect(await answer({ filter: found })).toMatchObject({ replayed: 1, others: [] });
    expect(await s.receipts('early', 'late', 'his')).toEqual([
      'early awarded',
      'late not_awarded no_live_series',
      'his not_awarded no_live_series',
    ]);
    expect(await s.rows(bob)).toEqual([]);
  });

  it('is of the ambassador whom it was refused for, whatever they are called now', async () => {
    const { s, answer, goLive } = await refusing();
    await s.judge([s.sale('e', 'o', 10_000)]);
    await s.arrive('ada-lovelace', s.ids.ambassador);
    await s.arrive('ada');
    await goLive();
    expect(await answer({ filter })).toMatchObject({ replayed: 1 });
    expect(await s.balance()).toMatchObject({ available: 10 });
  });

  it('refuses other reasons, unknown events, and another brand’s', async () => {
    const { s, start, goLive } = await refusing();
    const other = await refusing();
    await other.s.judge([other.s.sale('theirs', 'o', 10_000)]);
    await goLive();
    await s.judge([s.sale('eur', 'o', 10_000, { currency: 'EUR' })]);
    await expect(start({ eventIds: ['eur'] })).rejects.toMatchObject({ code: 'not_replayable' });
    await expect(start({ filter: { reason: 'limit_reached' } })).rejects.toMatchObject({
      code: 'not_replayable',
    });
    await expect(start({ eventIds: ['theirs'] })).rejects.toMatchObject({ code: 'not_found' });
    expect(await other.kept()).toEqual(['theirs']);
  });

  it('leaves who did it in the audit log, and a preview does not', async () => {
    const { s, answer } = await refusing();
    await s.judge([s.sale('e', 'o', 10_000)]);
    const audited = async () =>
      (
        await onPool(database.db).query<{ value: string }>(
          `SELECT value FROM outbox WHERE topic = 'cairn.audit.v1' AND key = $1`,
          [s.ids.brand],
        )
      ).map(row => JSON.parse(row.value).data);
    await answer({ filter, preview: true });
    expect(await audited()).toEqual([]);
    await answer({ filter });
    expect(await audited()).toMatchObject([{ action: 'receipts.replay', after: { filter } }]);
  });
});

describe('2.7 a replay of more than are judged at once', () => {
  const many = async () => {
    const r = await refusing();
    const { s } = r;
    const bob = await s.arrive('bob');
    const story = await s.action({ limit: { count: 600, per: 'ever' } });
    const events: ActivityEvent[] = [
      ...Array.from({ length: 700 }, (_, n) => s.done(`a${n}`, story)),
      ...Array.from({ length: 300 }, (_, n) => s.sale(`s${n}`, `o${n}`, 10_000)),
      ...Array.from({ length: 300 }, (_, n) => s.sale(`b${n}`, `o${n}`, 10_000, { who: 'bob' })),
    ];
    for (let at = 0; at < events.length; at += 400) await s.judge(events.slice(at, at + 400));
    await r.goLive();
    const started = async (preview: boolean) => {
      const body = await r.start({ filter, preview });
      if (body.kind !== 'running') throw new Error('judged at once');
      return body.id;
    };
    return { ...r, bob, started };
  };

  it('goes on by itself, and its preview is what it then does, limits and orders over all steps', async () => {
    const { s, run, started, bob } = await many();
    const previewed = await run(await started(true));
    expect(previewed).toMatchObject({
      status: 'done',
      judged: 1_300,
      total: 1_300,
      wouldAward: 900,
      points: 600 * 40 + 300 * 10,
    });
    expect(await s.rows()).toEqual([]);
    const done = await run(await started(false));
    expect(done).toMatchObject({ status: 'done', judged: 1_300, replayed: 900, points: previewed!.points });
    expect(new Set(done!.others.map(of => `${of.reason} ${of.events}`))).toEqual(
      new Set(['limit_reached 100', 'duplicate_order 300']),
    );
    expect(done!.others).toEqual(expect.arrayContaining(previewed!.others));
    const rows = [...(await s.rows()), ...(await s.rows(bob))];
    expect(rows).toHaveLength(900);
  }, 60_000);

  it('tells how far it has come, and goes on after a crash', async () => {
    const { s, started, run } = await many();
    const id = await started(false);
    await inTransaction(database.db, sql => replayStep(sql, id, now));
    const crash = inTransaction(database.db, async sql => {
      await replayStep(sql, id, now);
      throw new Error('crash');
    });
    await expect(crash).rejects.toThrow('crash');
    const half = await findReplay(onPool(database.db), s.ids.brand, id);
    expect(half).toMatchObject({ status: 'running', judged: 500, total: 1_300 });
    expect(half).not.toHaveProperty('replayed');
    expect(await run(id)).toMatchObject({ status: 'done', judged: 1_300, replayed: 900 });
    expect(await findReplay(onPool(database.db), randomUUID(), id)).toBeUndefined();
  }, 60_000);
});

describe('2.14 a restored database (ADR 26)', () => {
  it('takes back what a replay awarded that it has forgotten, and posts it no second time', async () => {
    const { s, answer, kept, goLive } = await refusing();
    const kafka = restorable(database.db, s.ids.brand);
    await s.judge([s.sale('e', 'o', 10_000)]);
    await goLive();
    await kafka.publish();
    const backup = await kafka.backup();
    await answer({ filter });
    await kafka.publish();
    await kafka.restore(backup);
    expect(await s.rows()).toEqual([]);
    await kafka.recall();
    while (await inTransaction(database.db, sql => replayRecalled(sql, now)));
    expect(await kafka.openRows()).toEqual([]);
    expect(await kept()).toEqual([]);
    expect(await s.balance()).toMatchObject({ available: 10, seq: 1 });
    await s.judge([s.sale('again', 'o', 10_000), s.refund('r', 'o', 5_000)]);
    expect(await s.receipts('e', 'again', 'r')).toEqual([
      'e awarded',
      'again not_awarded duplicate_order',
      'r reversed',
    ]);
    expect(await s.balance()).toMatchObject({ available: 5 });
  });
});

describe('2.14 replays', () => {
  it('give what judging in a live series would have given, for any split into replays', async () => {
    const step = fc.record({
      kind: fc.constantFrom('done', 'proof', 'join', 'complete', 'sale', 'refund'),
      who: fc.constantFrom('ada', 'bob'),
      n: fc.integer({ min: 1, max: 3 }),
    });
    const plans = fc.record({
      plan: fc.array(step, { minLength: 2, maxLength: 14 }),
      picks: fc.array(fc.array(fc.nat(13), { maxLength: 6 }), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(plans, async ({ plan, picks }) => {
        const world = async (live: boolean) => {
          const r = await refusing({ live });
          const { s } = r;
          const bob = await s.arrive('bob');
          const story = await s.action({ limit: { count: 2, per: 'ever' } });
          const spring = await s.campaign();
          const at = '2026-11-02T10:00:00Z';
          const events = plan.map(({ kind, who, n }, index) => {
            const id = `e${String(index).padStart(2, '0')}`;
            const acceptedAt = `2026-11-02T10:00:${String(index).padStart(2, '0')}Z`;
            if (kind === 'done') return s.done(id, story, { who, at, acceptedAt });
            if (kind === 'join') return s.joined(id, spring, { who, at, acceptedAt });
            if (kind === 'complete') return s.completed(id, spring, { who, at, acceptedAt });
            if (kind === 'sale') return s.sale(id, `${who}${n}`, 10_000, { who, at, acceptedAt });
            if (kind === 'refund') return s.refund(id, `${who}${n}`, 3_000, acceptedAt);
            return s.done(id, story, { who, at, acceptedAt, proofUrl: `https://a.example/${who}/${n}` });
          });
          await s.judge(events);
          const rows = async () =>
            [...(await s.rows()), ...(await s.rows(bob))]
              .map(row => `${row.event} ${row.kind} ${row.pending} ${row.available}`)
              .sort();
          return { ...r, rows };
        };
        const twin = await world(true);
        const whole = await world(false);
        await whole.goLive();
        await whole.answer({ filter });
        expect(await whole.rows()).toEqual(await twin.rows());

        const parted = await world(false);
        await parted.goLive();
        for (const pick of [...picks, undefined]) {
          const left = new Set(await parted.kept());
          const eventIds = pick?.map(n => `e${String(n % plan.length).padStart(2, '0')}`);
          const body =
            eventIds === undefined ? { filter } : { eventIds: eventIds.filter(id => left.has(id)) };
          if (body.eventIds?.length === 0) continue;
          const { wouldAward, ...previewed } = {
            wouldAward: -1,
            ...(await parted.answer({ ...body, preview: true })),
          };
          expect(await parted.answer(body)).toEqual({ ...previewed, replayed: wouldAward });
        }
        const awardedOnce = (await parted.rows()).filter(row => !row.includes('reversal'));
        expect(new Set(awardedOnce).size).toBe(awardedOnce.length);
        expect(await parted.kept()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
