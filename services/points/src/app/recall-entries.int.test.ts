import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { listLedger } from '../out/postgres/ledger-reads.js';
import { earningScene } from '../testing/earning-scene.js';
import { restorable } from '../testing/restored.js';
import type { ActivityEvent } from './activity.js';
import { expireParked, judgeParked } from './judge-parked.js';
import { type EntryEvent, recallEntries } from './recall-entries.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

/** Fourteen days after the sales of a scene, which are of November 1. */
const holdOver = '2026-11-20T00:00:00Z';

async function given(options: Parameters<typeof earningScene>[1] = {}) {
  const s = await earningScene(database.db, options);
  const kafka = restorable(database.db, s.ids.brand);
  const lines = async (ambassadorId?: typeof s.ids.ambassador) =>
    (await s.rows(ambassadorId)).map(row => `${row.kind} ${row.event} ${row.pending} ${row.available}`);
  return {
    ...s,
    kafka,
    lines,
    /** Publishes all, puts the database back and reads the own streams. */
    restored: async (backup: Awaited<ReturnType<typeof kafka.backup>>) => {
      await kafka.publish();
      await kafka.restore(backup);
      await kafka.recall();
    },
    rules: async () =>
      (await listLedger(onPool(database.db), s.ids.brand, s.ids.ambassador, null, 10)).map(row => row.rule),
    parkedEvent: async () => {
      const [row] = await onPool(database.db).query<{ event: ActivityEvent }>(
        'SELECT event FROM parked_events WHERE brand_id = $1',
        [s.ids.brand],
      );
      return row!.event;
    },
  };
}

const held = { holdDays: 14 };

describe('2.14 rows that a restored database reads back', () => {
  it('are in the ledger again, and judging their events posts nothing', async () => {
    const s = await given();
    const backup = await s.kafka.backup();
    const events = [s.sale('e1', 'o1', 10_000), s.refund('r1', 'o1', 5_000)];
    await s.judge(events);
    await s.restored(backup);
    expect(await s.lines()).toEqual(['referral e1 0 10', 'reversal r1 0 -5']);
    expect(await s.rules()).toEqual([null, null]);
    for (const event of events) await s.judge([event]);
    expect(await s.lines()).toHaveLength(2);
    expect(await s.rules()).toEqual([null, { mode: 'fixed', rate: '0.10' }]);
    await s.judge([s.refund('r2', 'o1', 5_000)]);
    expect(await s.lines()).toEqual(['referral e1 0 10', 'reversal r1 0 -5', 'reversal r2 0 -5']);
    expect(await s.balance()).toMatchObject({ pending: 0, available: 0, seq: 3 });
  });

  it('are known when they are told again, and left where one is missing before them', async () => {
    const s = await given();
    const backup = await s.kafka.backup();
    await s.judge([1, 2, 3].map(n => s.sale(`e${n}`, `o${n}`, 10_000)));
    await s.kafka.publish();
    const [first, second, third] = s.kafka.log
      .filter(row => row.topic.includes('entries'))
      .map(row => row.event);
    const told = (...events: unknown[]) =>
      inTransaction(database.db, sql => recallEntries(sql, events as EntryEvent[], new Date()));
    await told(first, second, third);
    await s.kafka.restore(backup);
    expect(await told(first, third)).toEqual([third]);
    expect(await told(first, second)).toEqual([]);
    expect(await told(first, second, third, second)).toEqual([]);
    expect(await s.lines()).toEqual(['referral e1 0 10', 'referral e2 0 10', 'referral e3 0 10']);
    expect(await s.balance()).toMatchObject({ available: 30, seq: 3 });
  });

  it('hold, whatever the rules would say now', async () => {
    const s = await given();
    const story = await s.action();
    const spring = await s.campaign();
    const backup = await s.kafka.backup();
    const events = [
      s.done('a', story),
      s.joined('j', spring),
      s.completed('c', spring),
      s.sale('e', 'o', 10_000),
    ];
    await s.judge(events);
    const rows = await s.lines();
    await s.archiveAction(story);
    await s.archiveCampaign(spring);
    await onPool(database.db).query(
      `UPDATE referral_rules SET rule = '{"mode": "flat", "points": 7}' WHERE brand_id = $1`,
      [s.ids.brand],
    );
    await s.restored(backup);
    await s.judge(events);
    expect(await s.lines()).toEqual(rows);
    expect(await s.rules()).toEqual([null, null, null, null]);
    expect(await s.kafka.openRows()).toEqual([]);
    expect(await s.held()).toEqual({ places: ['a'], proofs: [], steps: ['c:completion', 'j:join'] });
    expect(await s.receipts('a', 'j', 'c', 'e')).toEqual([
      'a awarded',
      'j awarded',
      'c awarded',
      'e awarded',
    ]);
    await s.judge([s.refund('r', 'o', 10_000)]);
    expect((await s.lines()).at(-1)).toBe('reversal r 0 -10');
  });
});

describe('2.8 holds in a restored ledger', () => {
  it('release what refunds left that were read back, though their events come after', async () => {
    const s = await given(held);
    const backup = await s.kafka.backup();
    const [sale, refund] = [s.sale('e', 'o', 10_000), s.refund('r', 'o', 5_000)];
    await s.judge([sale, refund]);
    await s.restored(backup);
    await s.judge([sale], holdOver);
    await s.judge([refund], holdOver);
    expect(await s.lines()).toEqual(['referral e 10 0', 'reversal r -5 0', 'release e -5 5']);
    await s.judge([s.refund('r2', 'o', 5_000)], holdOver);
    expect(await s.balance()).toMatchObject({ pending: 0, available: 0 });
  });

  it('are not released where nothing is left', async () => {
    const s = await given(held);
    const backup = await s.kafka.backup();
    const [sale, refund] = [s.sale('e', 'o', 10_000), s.refund('r', 'o', 10_000)];
    await s.judge([sale, refund]);
    await s.restored(backup);
    await s.judge([sale], holdOver);
    await s.kafka.releaseDue(new Date(holdOver));
    await s.judge([refund], holdOver);
    expect(await s.lines()).toEqual(['referral e 10 0', 'reversal r -10 0']);
    expect(await s.receipt('r')).toMatchObject({ status: 'reversed', points: -10 });
  });

  it('of before the backup are not released again, nor taken from pending once they were', async () => {
    const s = await given(held);
    await s.judge([s.sale('e', 'o', 10_000)]);
    await s.kafka.publish();
    const backup = await s.kafka.backup();
    await s.kafka.releaseDue(new Date(holdOver));
    const refund = s.refund('r', 'o', 5_000);
    await s.judge([refund], holdOver);
    await s.restored(backup);
    // By a clock at which the hold is not over: the row that was read back says that it was.
    await s.judge([s.refund('r2', 'o', 2_500)], '2026-11-03T00:00:00Z');
    await s.judge([refund], '2026-11-03T00:00:00Z');
    await s.kafka.releaseDue(new Date(holdOver));
    const rows = ['referral e 10 0', 'release e -10 10', 'reversal r 0 -5'];
    // 2.9: r2 came first now, and r had taken more than both: what is missing is r's, when it comes.
    expect(await s.lines()).toEqual([...rows, 'reversal r 0 -2']);
    expect(await s.balance()).toMatchObject({ pending: 0, available: 3 });
    expect(await s.kafka.openRows()).toEqual([]);
    expect(await s.receipt('r')).toMatchObject({ status: 'reversed', points: -7 });
    await s.judge([s.refund('r3', 'o', 2_500)], holdOver);
    expect(await s.balance()).toMatchObject({ pending: 0, available: 0 });
  });
});

describe('2.9 a refund before its sale, after a restore', () => {
  it('is met when the sale comes', async () => {
    const s = await given();
    const [refund, sale] = [s.refund('r', 'o', 5_000), s.sale('e', 'o', 10_000)];
    await s.judge([refund]);
    const backup = await s.kafka.backup();
    await s.judge([sale]);
    await s.restored(backup);
    await s.judge([sale]);
    expect(await s.lines()).toEqual(['referral e 0 10', 'reversal r 0 -5']);
    expect(await s.receipt('r')).toMatchObject({ status: 'reversed', points: -5, version: 2 });
  });
});

describe('2.19 an event that waited for its ambassador, after a restore', () => {
  const waited = async () => {
    const s = await given();
    const empty = await s.kafka.backup();
    const sale = s.sale('e', 'o', 10_000, { who: 'bob' });
    await s.judge([sale]);
    const parked = await s.kafka.backup();
    const bob = await s.arrive('bob', undefined, '2026-11-04T00:00:00Z');
    const now = new Date('2026-11-05T00:00:00Z');
    await inTransaction(database.db, sql => judgeParked(sql, s.ids.brand, 'externalId:bob', now));
    const rows = await s.lines(bob);
    expect(rows).toEqual(['referral e 0 10']);
    return { ...s, waiting: sale, empty, parked, bob, rows };
  };

  it('is whose its row is: its time is not over, and a refund of it is theirs', async () => {
    const s = await waited();
    await s.restored(s.parked);
    const event = await s.parkedEvent();
    await inTransaction(database.db, sql => expireParked(sql, event, new Date('2026-12-01T00:00:00Z')));
    expect(await s.lines(s.bob)).toEqual(s.rows);
    expect(await s.receipt('e')).toMatchObject({ status: 'awarded', points: 10 });
    await s.judge([s.refund('r', 'o', 10_000)]);
    expect(await s.balance(s.bob)).toMatchObject({ available: 0, seq: 2 });
  });

  it('waits no more, though they are not known again yet', async () => {
    const s = await waited();
    await s.restored(s.empty);
    for (const table of ['ambassadors', 'ambassador_refs']) {
      await onPool(database.db).query(`DELETE FROM ${table} WHERE ambassador_id = $1`, [s.bob]);
    }
    await s.judge([s.sale('other', 'o2', 10_000, { who: 'bob' }), s.waiting]);
    expect(await s.lines(s.bob)).toEqual(s.rows);
    expect(await s.receipts('e', 'other')).toEqual(['e awarded', 'other parked waits_for_ambassador']);
  });
});

describe('2.18 receipts after a restore', () => {
  it('go on from the version that was told, and those that say the same are not told again', async () => {
    const s = await given(held);
    const empty = await s.kafka.backup();
    const sale = s.sale('e', 'o', 10_000, { who: 'bob', at: '2026-11-04T10:00:00Z' });
    await s.judge([sale]);
    const bob = await s.arrive('bob');
    const now = new Date('2026-11-05T00:00:00Z');
    await inTransaction(database.db, sql => judgeParked(sql, s.ids.brand, 'externalId:bob', now));
    expect(await s.receipt('e')).toMatchObject({ status: 'held', version: 2 });
    await s.restored(empty);
    const told = s.kafka.log.length;
    await s.judge([sale]);
    await s.kafka.publish();
    expect(s.kafka.log).toHaveLength(told);
    await s.kafka.releaseDue(new Date(holdOver));
    await s.kafka.publish();
    expect(s.kafka.receiptsKept().get('e')).toMatchObject({ status: 'awarded', points: 10 });
    expect(await s.lines(bob)).toEqual(['referral e 10 0', 'release e -10 10']);
  });
});
