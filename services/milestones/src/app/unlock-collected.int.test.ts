import { derivedId, newId } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { type Scene, scene } from '../testing/scene.js';
import { type WorkInHand, workInHand } from '../testing/work.js';
import { applyEntries } from './apply-entries.js';
import { publishSeries } from './publish-series.js';
import { seriesStanding } from './series-standing.js';
import { endSeries, pauseSeries, resumeSeries } from './turn-series.js';
import { unlockCollected } from './unlock-collected.js';

let database: TestDatabase;
let s: Scene;
let programId: string;
let seriesId: string;
let due: WorkInHand;

const start = '2026-11-01T10:00:00.000Z';
const later = '2026-11-02T10:00:00.000Z';

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

beforeEach(async () => {
  s = await scene(database.db);
  s.at(start);
  due = await workInHand(database.db, s);
  programId = await s.program();
  seriesId = await live();
});

async function live(edit: Parameters<Scene['draft']>[1] = {}, of = programId): Promise<string> {
  const id = await s.draft([of], edit);
  await publishSeries(s.app, s.caller, id, null);
  return id;
}

const pause = (id = seriesId) => pauseSeries(s.app, s.caller, id, null);
const resume = (id = seriesId) => resumeSeries(s.app, s.caller, id, null);
const end = (id = seriesId) => endSeries(s.app, s.caller, id, null);

const row = (ambassadorId: string, seq: number, points: number, quiet = false, series = seriesId) =>
  s.entry({ ambassadorId, seq, points, seriesId: series, programId, quiet });

async function dump() {
  const tables = ['ledger_positions', 'progress', 'unlocks', 'outbox', 'series_tier_counts'];
  return await Promise.all(tables.map(table => s.sql.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`)));
}

describe('the resume', () => {
  it('3.2 unlocks ascending what was reached in the pause, by the row collected last, and once', async () => {
    const ada = newId();
    await s.apply([row(ada, 1, 100)]);
    await pause();
    const last = row(ada, 3, 200);
    await s.apply([row(ada, 2, 300), last]);
    expect(await s.unlocks()).toEqual([]);
    s.at(later);
    await resume();
    await due.perform('unlock-collected');
    const events = await s.unlocks();
    expect(events.map(event => [event.data.tier.threshold, event.data.points])).toEqual([
      [250, 600],
      [500, 600],
    ]);
    expect(events[0]).toMatchObject({
      id: derivedId(last.id, 'com.cairn.milestones.tier.unlocked.v1', events[0]!.data.unlockId),
      causationid: last.id,
      correlationid: last.correlationid,
      data: {
        unlockId: derivedId('unlock', ada, seriesId, 1, events[0]!.data.tier.id),
        programId,
        entryId: last.data.entryId,
        quiet: false,
        unlockedAt: later,
      },
    });
    const states = await s.progresses();
    expect(
      states.map(event => [event.aggregateversion, event.data.points, event.data.unlocked.length]),
    ).toEqual([
      [1, 100, 0],
      [2, 600, 0],
      [3, 600, 2],
    ]);
    expect(new Set(states.map(event => event.id)).size).toBe(3);
    expect(await due.left('unlock-collected')).toBe(0);
    const before = await dump();
    expect(await inTransaction(database.db, sql => run(sql))).toBe(false);
    expect(await dump()).toEqual(before);
  });

  const run = (sql: Parameters<typeof unlockCollected>[1], limit?: number) =>
    unlockCollected(s.app, sql, s.brandId, seriesId, s.app.clock(), limit);

  it('3.2 goes on where it was cut off between and within batches, and nobody unlocks twice', async () => {
    const people = Array.from({ length: 25 }, () => newId());
    await pause();
    await s.apply(people.map(id => row(id, 1, 300)));
    s.at(later);
    await resume();
    expect(await inTransaction(database.db, sql => run(sql, 10))).toBe(true);
    expect(await s.unlocks()).toHaveLength(10);
    const crash = inTransaction(database.db, async sql => {
      await run(sql, 10);
      throw new Error('the process died');
    });
    await expect(crash).rejects.toThrow('died');
    expect(await s.unlocks()).toHaveLength(10);
    await due.perform('unlock-collected');
    expect((await s.unlocks()).map(event => event.data.ambassadorId).sort()).toEqual(people.toSorted());
    expect(await seriesStanding(s.app, s.brandId, seriesId)).toMatchObject({
      participants: 25,
      tiers: [{ unlocked: 25 }, { unlocked: 0 }, { unlocked: 0 }],
    });
  });

  it('3.2 with the next row before the job comes: the same unlocks with the same ids', async () => {
    const ada = newId();
    await pause();
    const collected = row(ada, 1, 300);
    await s.apply([collected]);
    await resume();
    await s.apply([row(ada, 2, -100)]);
    await due.perform('unlock-collected');
    const events = await s.unlocks();
    expect(events.map(event => [event.data.tier.threshold, event.causationid])).toEqual([
      [250, collected.id],
    ]);
    expect((await s.progresses()).at(-1)!.data).toMatchObject({ points: 200, unlocked: [{ deficit: 50 }] });
  });

  it('3.2 says nothing of whom it gives nothing, and 1.6 stays quiet for quiet rows', async () => {
    const [ada, bob, eve] = [newId(), newId(), newId()];
    await pause();
    await s.apply([row(ada, 1, 100), row(bob, 1, 300, true), row(eve, 1, 200, true), row(eve, 2, 100)]);
    await resume();
    await due.perform('unlock-collected');
    expect(
      Object.fromEntries((await s.unlocks()).map(({ data }) => [data.ambassadorId, data.quiet])),
    ).toEqual({
      [bob]: true,
      [eve]: false,
    });
    expect((await s.progresses()).filter(event => event.data.ambassadorId === ada)).toHaveLength(1);
    const waiting = 'SELECT 1 FROM progress WHERE brand_id = $1 AND collected IS NOT NULL';
    expect(await s.sql.query(waiting, [s.brandId])).toEqual([]);
  });

  it('3.2 that is paused again before the job comes leaves it all to the next resume', async () => {
    const ada = newId();
    await pause();
    await s.apply([row(ada, 1, 300)]);
    await resume();
    await pause();
    await due.perform('unlock-collected');
    expect(await s.unlocks()).toEqual([]);
    await resume();
    await due.perform('unlock-collected');
    expect(await s.unlocks()).toHaveLength(1);
  });

  it('3.7 promotes whoever reached the top in the pause', async () => {
    const target = await s.program('Insiders');
    await end();
    seriesId = await live({ completion: { kind: 'promote', programId: target } });
    const ada = await s.ambassador({ programId });
    await pause();
    await s.apply([row(ada, 1, 1000)]);
    s.at(later);
    await resume();
    await due.perform('unlock-collected');
    const memberships =
      'SELECT program_id, valid_from FROM memberships WHERE ambassador_id = $1 AND valid_to IS NULL';
    expect(await s.sql.query(memberships, [ada])).toEqual([{ program_id: target, valid_from: later }]);
  });

  it('3.2 waits for rows that are being counted as in the pause, so that it misses none', async () => {
    const ada = newId();
    await pause();
    let resumed: Promise<void> = Promise.resolve();
    await inTransaction(database.db, async sql => {
      await applyEntries(s.app, sql, [row(ada, 1, 300)], s.app.clock(), 0);
      resumed = resume().then(() => due.perform('unlock-collected'));
      await until('the resume to wait for the rows', async () => {
        const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
        return (await s.sql.query(waiting)).length > 0;
      });
    });
    await resumed;
    expect(await s.unlocks()).toHaveLength(1);
  });

  it('3.2 loses and doubles nothing while rows, pauses, resumes and the job go on at once', async () => {
    const people = Array.from({ length: 12 }, () => newId());
    const rounds = 12;
    const partition = async (own: readonly string[], shard: number) => {
      for (let seq = 1; seq <= rounds; seq++)
        await s.apply(
          own.map(id => row(id, seq, 90)),
          shard,
        );
    };
    const admin = async () => {
      for (let round = 0; round < rounds; round++) {
        await pause();
        await resume();
        await due.perform('unlock-collected');
      }
    };
    await Promise.all([partition(people.slice(0, 6), 1), partition(people.slice(6), 2), admin()]);
    await due.perform('unlock-collected');
    const events = await s.unlocks();
    expect(events.map(({ data }) => `${data.ambassadorId} ${data.tier.threshold}`).sort()).toEqual(
      people.flatMap(id => [250, 500, 1000].map(threshold => `${id} ${threshold}`)).sort(),
    );
    for (const id of people) {
      const own = (await s.progresses()).filter(event => event.data.ambassadorId === id);
      expect(own.map(event => event.aggregateversion)).toEqual(own.map((_, index) => index + 1));
      expect(own.at(-1)!.data).toMatchObject({ points: 90 * rounds, seq: rounds });
    }
    expect(await seriesStanding(s.app, s.brandId, seriesId)).toMatchObject({
      participants: 12,
      tiers: [{ unlocked: 12 }, { unlocked: 12 }, { unlocked: 12 }],
    });
  });
});
