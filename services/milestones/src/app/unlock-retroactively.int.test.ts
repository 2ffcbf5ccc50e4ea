import type { CompletionInput as Completion } from '@cairn/contracts/http/series';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { migrations } from '../../migrations/all.js';
import { publishEdit, withThresholds } from '../testing/edits.js';
import { type Scene, scene } from '../testing/scene.js';
import { type WorkInHand, workInHand } from '../testing/work.js';
import { getAmbassador } from './find-ambassadors.js';
import { getSeries } from './find-series.js';
import { leaveProgram, moveAmbassador } from './move-ambassador.js';
import { publishSeries } from './publish-series.js';
import { seriesImpact } from './series-impact.js';
import { seriesStanding } from './series-standing.js';
import { endSeries, pauseSeries, resumeSeries } from './turn-series.js';
import { unlockRetroactively } from './unlock-retroactively.js';

let database: TestDatabase;
let s: Scene;
let programId: string;
let seriesId: string;
let due: WorkInHand;

const later = '2026-11-02T10:00:00.000Z';
const work = 'unlock-retroactively';

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

beforeEach(begin);

async function begin(completion: Completion = { kind: 'stay' }) {
  s = await scene(database.db);
  due = await workInHand(database.db, s);
  programId = await s.program();
  seriesId = await s.draft([programId], { completion });
  await publishSeries(s.app, s.caller, seriesId, null);
}

const row = (ambassadorId: string, seq: number, points: number, quiet = false) =>
  s.entry({ ambassadorId, seq, points, seriesId, programId, quiet });
const lower = async (thresholds: number[], retroactive = true) =>
  publishEdit(s, seriesId, { tiers: await withThresholds(s, seriesId, thresholds) }, retroactive);
const unlocked = async () =>
  (await s.unlocks()).map(({ data }) => `${data.ambassadorId} ${data.cycle} ${data.tier.threshold}`);
const progress = async () => (await getSeries(s.app, s.brandId, seriesId)).retroactive;

describe('a retroactive publish', () => {
  it('3.8 unlocks in the background for those who now meet it, with the publish as the cause, and once', async () => {
    const [ada, bo] = [newId(), newId()];
    await s.apply([row(ada, 1, 460), row(bo, 1, 240)]);
    s.at(later);
    await lower([250, 450, 1000]);
    expect(await unlocked()).toEqual([`${ada} 1 250`]);
    await due.perform(work);
    expect(await unlocked()).toEqual([`${ada} 1 250`, `${ada} 1 450`]);
    expect((await s.unlocks()).at(-1)!.data).toMatchObject({
      series: { id: seriesId, version: 2 },
      entryId: null,
      quiet: false,
      points: 460,
      unlockedAt: later,
    });
    expect((await s.progresses()).at(-1)).toMatchObject({
      aggregateversion: 2,
      data: { ambassadorId: ada, points: 460, seriesVersion: 2, unlocked: [{}, {}] },
    });
    expect(await progress()).toEqual({
      version: 2,
      total: 2,
      done: 2,
      gained: 1,
      startedAt: later,
      finishedAt: later,
    });
    expect(await due.left(work)).toBe(0);
    expect(await seriesStanding(s.app, s.brandId, seriesId)).toMatchObject({
      participants: 2,
      tiers: [{ unlocked: 1 }, { unlocked: 1 }, { unlocked: 0 }],
    });
  });

  it('3.8 without it they unlock with their next row', async () => {
    const ada = newId();
    await s.apply([row(ada, 1, 460)]);
    await lower([250, 450, 1000], false);
    expect(await due.left(work)).toBe(0);
    expect(await progress()).toBeNull();
    await s.apply([row(ada, 2, 1)]);
    expect(await unlocked()).toEqual([`${ada} 1 250`, `${ada} 1 450`]);
  });

  it('3.8 whose row comes first has it with that, before a refund could take it, and the counts are right', async () => {
    const people = Array.from({ length: 7 }, () => newId());
    await s.apply(people.map(id => row(id, 1, 460)));
    await lower([250, 450, 1000]);
    await s.apply(people.slice(0, 3).map(id => row(id, 2, -100)));
    await due.perform(work);
    expect((await s.unlocks()).filter(({ data }) => data.tier.threshold === 450)).toHaveLength(7);
    expect(await seriesStanding(s.app, s.brandId, seriesId)).toMatchObject({
      participants: 7,
      tiers: [{ unlocked: 7 }, { unlocked: 7 }, { unlocked: 0 }],
    });
  });

  it('3.8 goes on where it was cut off between and within batches, and says how far it is', async () => {
    const people = Array.from({ length: 25 }, () => newId());
    await s.apply(people.map(id => row(id, 1, 460)));
    await lower([250, 450, 1000]);
    const step = () =>
      inTransaction(database.db, sql =>
        unlockRetroactively(s.app, sql, s.brandId, seriesId, s.app.clock(), { look: 12, limit: 10 }),
      );
    expect(await step()).toBe('more');
    const crash = inTransaction(database.db, async sql => {
      await unlockRetroactively(s.app, sql, s.brandId, seriesId, s.app.clock(), { look: 12, limit: 10 });
      throw new Error('the process died');
    });
    await expect(crash).rejects.toThrow('died');
    expect(await progress()).toMatchObject({ total: 25, done: 10, gained: 10, finishedAt: null });
    await due.perform(work);
    expect(await progress()).toMatchObject({
      total: 25,
      done: 25,
      gained: 25,
      finishedAt: expect.any(String),
    });
    const ids = (await s.unlocks()).map(({ data }) => data.unlockId);
    expect([ids.length, new Set(ids).size]).toEqual([50, 50]);
    expect(await step()).toBe('done');
  });

  it('3.8 a second one while the first runs: each has its own', async () => {
    const [ada, bo] = [newId(), newId()];
    await s.apply([row(ada, 1, 460), row(bo, 1, 410)]);
    await lower([250, 450, 1000]);
    await lower([250, 400, 1000]);
    expect(await seriesImpact(s.app, s.brandId, seriesId, {})).toMatchObject({
      warnings: [{ code: 'publish_running' }],
    });
    await due.perform(work);
    expect((await unlocked()).sort()).toEqual(
      [`${ada} 1 250`, `${ada} 1 450`, `${bo} 1 250`, `${bo} 1 400`].sort(),
    );
  });

  it('3.2 in a pause waits for the resume', async () => {
    const ada = newId();
    await s.apply([row(ada, 1, 460)]);
    await pauseSeries(s.app, s.caller, seriesId, null);
    s.at(later);
    await lower([250, 450, 1000]);
    const waits = await inTransaction(database.db, sql =>
      unlockRetroactively(s.app, sql, s.brandId, seriesId, s.app.clock()),
    );
    expect(waits).toBe('waits');
    expect(await unlocked()).toEqual([`${ada} 1 250`]);
    await resumeSeries(s.app, s.caller, seriesId, null);
    await due.perform(work);
    expect(await unlocked()).toEqual([`${ada} 1 250`, `${ada} 1 450`]);
  });

  it('3.2 ended while paused: the end resumes first, so it comes all the same', async () => {
    const ada = newId();
    await s.apply([row(ada, 1, 460)]);
    await pauseSeries(s.app, s.caller, seriesId, null);
    s.at(later);
    await lower([250, 450, 1000]);
    await endSeries(s.app, s.caller, seriesId, null);
    await due.perform(work);
    expect(await unlocked()).toEqual([`${ada} 1 250`, `${ada} 1 450`]);
  });

  it('3.7 promotes at the publish whom it puts at the top, and whom it made the top promote', async () => {
    const big = await s.program();
    const [ada, bo] = [await s.ambassador({ programId }), await s.ambassador({ programId })];
    await s.apply([row(ada, 1, 960), row(bo, 1, 1_100)]);
    s.at(later);
    const tiers = await withThresholds(s, seriesId, [250, 500, 900]);
    await publishEdit(s, seriesId, { tiers, completion: { kind: 'promote', programId: big } }, true);
    await due.perform(work);
    const members = await s.sql.query(
      'SELECT ambassador_id AS id FROM memberships WHERE program_id = $1 AND valid_to IS NULL ORDER BY 1',
      [big],
    );
    expect(members.map(one => one.id)).toEqual([ada, bo].sort());
  });

  it('3.4, 3.8 whoever has a row in it gains, also who left or was moved; 3.7 nobody of them is promoted', async () => {
    const [big, elsewhere] = [await s.program(), await s.program()];
    const [stays, gone, moved] = [
      await s.ambassador({ programId }),
      await s.ambassador({ programId }),
      await s.ambassador({ programId }),
    ];
    await s.apply([stays, gone, moved].map(id => row(id, 1, 960)));
    s.at(later);
    await leaveProgram(s.app, s.caller, gone, {}, null);
    await moveAmbassador(s.app, s.caller, moved, { programId: elsewhere }, null);
    const tiers = await withThresholds(s, seriesId, [250, 500, 900]);
    await publishEdit(s, seriesId, { tiers, completion: { kind: 'promote', programId: big } }, true);
    await due.perform(work);
    const gained = (await s.unlocks()).filter(({ data }) => data.tier.threshold === 900);
    expect(gained.map(({ data }) => data.ambassadorId).sort()).toEqual([stays, gone, moved].sort());
    const programs = async (id: string) => (await getAmbassador(s.app, s.brandId, id)).programId;
    expect(await Promise.all([stays, gone, moved].map(programs))).toEqual([big, null, elsewhere]);
    // History stays: what was gained after them is as it was, and a release of theirs still counts.
    await s.apply([row(gone, 2, 10)]);
    expect((await s.progresses()).at(-1)!.data).toMatchObject({ ambassadorId: gone, points: 970 });
  });

  it('3.8 races with rows: each ambassador gains once, by the publish or by the row', async () => {
    const people = Array.from({ length: 40 }, () => newId());
    await s.apply(people.map(id => row(id, 1, 460)));
    await Promise.all([
      lower([250, 450, 1000]),
      ...people.map(id => s.apply([row(id, 2, 5)], people.indexOf(id) % 4)),
    ]);
    await due.perform(work);
    expect((await s.unlocks()).filter(({ data }) => data.tier.threshold === 450)).toHaveLength(40);
    expect(await seriesStanding(s.app, s.brandId, seriesId)).toMatchObject({
      tiers: [{ unlocked: 40 }, { unlocked: 40 }, { unlocked: 0 }],
    });
  });
});

describe('the impact preview', () => {
  it('3.8 says what the publish then unlocks, and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          completion: fc.constantFrom<Completion>(
            { kind: 'stay' },
            { kind: 'repeat', carryOver: true, maxCycles: null },
            { kind: 'repeat', carryOver: true, maxCycles: 2 },
            { kind: 'repeat', carryOver: false, maxCycles: null },
          ),
          next: fc.option(
            fc.constantFrom<Completion>(
              { kind: 'stay' },
              { kind: 'repeat', carryOver: true, maxCycles: 3 },
              { kind: 'repeat', carryOver: false, maxCycles: null },
            ),
            { nil: undefined },
          ),
          rows: fc.array(fc.array(fc.integer({ min: -400, max: 1_500 }), { maxLength: 4 }), {
            minLength: 1,
            maxLength: 12,
          }),
          thresholds: fc.uniqueArray(fc.integer({ min: 1, max: 1_300 }), { minLength: 1, maxLength: 3 }),
        }),
        async ({ completion, next, rows, thresholds }) => {
          await begin(completion);
          for (const points of rows) {
            const id = newId();
            await s.apply(points.map((each, index) => row(id, index + 1, each)));
          }
          const tiers = await withThresholds(
            s,
            seriesId,
            thresholds.toSorted((a, b) => a - b),
          );
          const edit = { tiers, ...(next === undefined ? {} : { completion: next }) };
          const before = await s.unlocks();
          const revision = (await getSeries(s.app, s.brandId, seriesId)).revision;
          const { gaining, completing } = await seriesImpact(s.app, s.brandId, seriesId, edit);
          expect((await getSeries(s.app, s.brandId, seriesId)).revision).toBe(revision);
          const cycles = await cyclesOf();
          await publishEdit(s, seriesId, { ...edit, name: 'Edited' }, true);
          await due.perform(work);
          const gained = (await s.unlocks()).slice(before.length);
          expect(gaining.map(({ tier, ambassadors }) => [tier.id, ambassadors])).toEqual(
            tiers.map(tier => [
              tier.id,
              new Set(
                gained.filter(({ data }) => data.tier.id === tier.id).map(({ data }) => data.ambassadorId),
              ).size,
            ]),
          );
          const after = await cyclesOf();
          expect(completing).toBe([...after].filter(([id, cycle]) => cycle > cycles.get(id)!).length);
        },
      ),
      { numRuns: 60 },
    );
  });

  const cyclesOf = async () => {
    const rows = await s.sql.query<{ id: string; cycle: number }>(
      'SELECT ambassador_id AS id, cycle FROM progress WHERE series_id = $1',
      [seriesId],
    );
    return new Map(rows.map(({ id, cycle }) => [id, cycle]));
  };

  it('3.8 warns of tiers and programs that go, and answers 404 for another brand’s', async () => {
    const other = await s.program();
    const tiers = (await withThresholds(s, seriesId, [250, 500, 1000])).slice(0, 2);
    const { warnings } = await seriesImpact(s.app, s.brandId, seriesId, { tiers, programIds: [other] });
    expect(warnings.map(one => one.code)).toEqual(['tier_removed', 'program_removed']);
    await expect(seriesImpact(s.app, newId(), seriesId, {})).rejects.toMatchObject({ code: 'not_found' });
  });
});
