import { topics } from '@cairn/contracts/topics';
import { newId } from '@cairn/service-kit/events/derive';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/all.js';
import { getSeries } from '../../app/find-series.js';
import { publishSeries } from '../../app/publish-series.js';
import { endSeries, pauseSeries, resumeSeries } from '../../app/turn-series.js';
import { type Scene, scene } from '../../testing/scene.js';
import { type WorkInHand, workInHand } from '../../testing/work.js';

let database: TestDatabase;
let s: Scene;
let programId: string;
let seriesId: string;
let due: WorkInHand;

const start = '2026-11-01T10:00:00.000Z';
const later = '2026-11-02T10:00:00.000Z';
const endsAt = '2026-11-09T10:00:00.000Z';

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

describe('the end of a paused series', () => {
  it('3.2, 3.10 by an admin resumes it first', async () => {
    const ada = newId();
    await pause();
    await s.apply([row(ada, 1, 600)]);
    await end();
    await due.perform('unlock-collected');
    expect((await s.unlocks()).map(event => event.data.tier.threshold)).toEqual([250, 500]);
  });

  it('3.2 by the clock resumes it first, and nothing unlocks before that', async () => {
    const [other, ada, bob] = [await s.program(), newId(), newId()];
    const bounded = await live({ endsAt }, other);
    await pause(bounded);
    await s.apply([row(ada, 1, 300, false, bounded)]);
    await due.perform('end-paused-series');
    expect(await due.left('end-paused-series')).toBe(1);
    s.at(endsAt);
    expect(await getSeries(s.app, s.brandId, bounded)).toMatchObject({ status: 'ended' });
    await s.apply([row(bob, 1, 300, false, bounded)]);
    expect(await s.unlocks()).toEqual([]);
    await due.perform('end-paused-series');
    await due.perform('unlock-collected');
    expect((await s.unlocks()).map(event => event.data.ambassadorId).sort()).toEqual([ada, bob].sort());
    expect([await due.left('end-paused-series'), await due.left('unlock-collected')]).toEqual([0, 0]);
    const changes = await s.published<{ seriesId: string; status: string }>(topics.catalogPrograms.topic);
    expect(changes.filter(event => event.data.seriesId === bounded).map(event => event.data.status)).toEqual([
      'live',
      'paused',
      'ended',
    ]);
  });

  it('3.2 that was resumed or ended meanwhile is left alone', async () => {
    const bounded = await live({ endsAt }, await s.program());
    await pause(bounded);
    s.at(later);
    const { body } = await resume(bounded);
    s.at(endsAt);
    await due.perform('end-paused-series');
    expect(await due.left('end-paused-series')).toBe(0);
    expect((await getSeries(s.app, s.brandId, bounded)).revision).toBe(body.revision);
  });
});

describe('parked rows', () => {
  it('are tried again without a next row once their series is known; the others go on waiting', async () => {
    const [ada, bob] = [newId(), newId()];
    const draft = await s.draft([await s.program()]);
    await s.apply([row(ada, 1, 300, false, draft), row(ada, 2, 10), row(bob, 2, 300)]);
    await due.perform('retry-parked');
    expect(await s.progresses()).toEqual([]);
    await publishSeries(s.app, s.caller, draft, null);
    await due.perform('retry-parked');
    expect((await s.progresses()).map(event => [event.data.ambassadorId, event.data.points])).toEqual([
      [ada, 300],
      [ada, 10],
    ]);
    expect(await s.unlocks()).toHaveLength(1);
    const parked = 'SELECT ambassador_id FROM parked_entries WHERE brand_id = $1';
    expect(await s.sql.query(parked, [s.brandId])).toEqual([{ ambassador_id: bob }]);
  });
});
