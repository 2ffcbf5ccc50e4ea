import type { EventOf } from '@cairn/contracts/envelope';
import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { topics } from '@cairn/contracts/topics';
import { derivedId, newId } from '@cairn/service-kit/events/derive';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { type Scene, scene } from '../testing/scene.js';
import { findSeries } from './find-series.js';
import { listUnlocks } from './list-unlocks.js';
import { publishSeries } from './publish-series.js';

type UnlockData = EventOf<typeof tierUnlocked>['data'];

let database: TestDatabase;
let s: Scene;
let programId: string;
let seriesId: string;
let ambassadorId: string;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

beforeEach(async () => {
  s = await scene(database.db);
  programId = await s.program();
  seriesId = await s.draft([programId]);
  await publishSeries(s.app, s.caller, seriesId, null);
  ambassadorId = await s.ambassador({ programId });
});

const row = (seq: number, points: number, of: { seriesId?: string | null; quiet?: boolean } = {}) =>
  s.entry({
    ambassadorId,
    programId,
    seq,
    points,
    seriesId: of.seriesId === undefined ? seriesId : of.seriesId,
    quiet: of.quiet ?? false,
  });

async function dump() {
  const tables = [
    'ledger_positions',
    'progress',
    'unlocks',
    'parked_entries',
    'outbox',
    'series_participants',
  ];
  return await Promise.all(tables.map(table => s.sql.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)));
}

describe('applyEntries', () => {
  it('3.5 walks the worked example of domain.md §3 and says each step as whole state', async () => {
    for (const [index, points] of [240, 300, -60, 600].entries()) await s.apply([row(index + 1, points)]);
    const events = await s.progresses();
    expect(events.map(event => [event.aggregateversion, event.data.points, event.data.seq])).toEqual([
      [1, 240, 1],
      [2, 540, 2],
      [3, 480, 3],
      [4, 1080, 4],
    ]);
    expect(events[2]!.data.unlocked.map(tier => tier.deficit)).toEqual([0, 20]);
    expect((await s.unlocks()).map(event => event.data.tier.threshold)).toEqual([250, 500, 1000]);
  });

  it('says an unlock with its derived ids, its grants and its cause, after the progress', async () => {
    const entry = row(1, 540, { quiet: true });
    await s.apply([entry]);
    const order = await s.published<UnlockData>(topics.milestones.topic);
    expect(order.map(event => event.type.split('.').at(-3))).toEqual(['progress', 'tier', 'tier']);
    const [bronze, silver] = await s.unlocks();
    const unlockId = derivedId('unlock', ambassadorId, seriesId, 1, bronze!.data.tier.id);
    expect(bronze).toMatchObject({
      key: `${s.brandId}:${ambassadorId}`,
      aggregate: `unlock:${unlockId}`,
      aggregateversion: 1,
      causationid: entry.id,
      correlationid: entry.correlationid,
      data: {
        unlockId,
        ambassadorId,
        programId,
        series: { id: seriesId, name: 'Climb', version: 1 },
        points: 540,
        quiet: true,
        entryId: entry.data.entryId,
        unlockedAt: '2026-11-01T10:00:00.000Z',
        nextTier: { id: silver!.data.tier.id, threshold: 500 },
        grants: [
          { grantId: derivedId('grant', unlockId, 0), reward: { type: 'discount_code', percent: 10 } },
        ],
      },
    });
  });

  it('3.6 tells a deficit that comes and goes within one chunk, after the unlock', async () => {
    await s.apply([row(1, 300), row(2, -100), row(3, 60), row(4, 300)]);
    const told = await s.published<{ points?: number; tier?: { threshold: number } }>(
      topics.milestones.topic,
    );
    expect(told.map(({ data }) => data.points ?? data.tier?.threshold)).toEqual([300, 300, 200, 560, 560]);
    const events = await s.progresses();
    expect(events.map(event => [event.aggregateversion, event.data.seq, event.data.points])).toEqual([
      [1, 1, 300],
      [2, 2, 200],
      [3, 4, 560],
    ]);
    await s.apply([row(5, 1)]);
    expect((await s.progresses()).at(-1)!.aggregateversion).toBe(4);
  });

  it('2.16 the same rows again, in the same or other chunks, change nothing at all', async () => {
    const rows = [row(1, 240), row(2, 300), row(3, -60)];
    await s.apply(rows);
    const before = await dump();
    await s.apply(rows);
    await s.apply([rows[2]!, rows[0]!]);
    expect(await dump()).toEqual(before);
  });

  it('a row behind a gap is parked and applied when the gap closes', async () => {
    expect(await s.apply([row(1, 100), row(3, 300), row(4, 200)])).toEqual([3, 4]);
    expect((await s.progresses()).at(-1)!.data).toMatchObject({ points: 100, seq: 1 });
    expect(await s.apply([row(3, 300)])).toEqual([]);
    expect(await s.apply([row(2, 5)])).toEqual([]);
    expect((await s.progresses()).at(-1)!.data).toMatchObject({ points: 605, seq: 4 });
    expect((await s.unlocks()).map(event => event.data.entryId)).toEqual([
      row(3, 300).data.entryId,
      row(4, 200).data.entryId,
    ]);
    expect(await s.sql.query('SELECT 1 FROM parked_entries WHERE brand_id = $1', [s.brandId])).toEqual([]);
  });

  it('2.10 a row without a series advances the ledger and says nothing', async () => {
    await s.apply([row(1, 100, { seriesId: null })]);
    expect(await s.progresses()).toEqual([]);
    await s.apply([row(2, 10)]);
    expect((await s.progresses()).map(event => [event.aggregateversion, event.data.points])).toEqual([
      [1, 10],
    ]);
  });

  it('revisions are contiguous over all of an ambassador’s series', async () => {
    const otherProgram = await s.program();
    const other = await s.draft([otherProgram]);
    await publishSeries(s.app, s.caller, other, null);
    await s.apply([row(1, 10), row(2, 20, { seriesId: other })]);
    await s.apply([row(3, 1)]);
    expect((await s.progresses()).map(event => [event.aggregateversion, event.data.seriesId])).toEqual([
      [1, seriesId],
      [2, other],
      [3, seriesId],
    ]);
  });

  it('6.2 a row that names another brand’s series is parked, and touches nothing of that brand', async () => {
    const stranger = await scene(database.db);
    const theirs = await stranger.draft([await stranger.program()]);
    await publishSeries(stranger.app, stranger.caller, theirs, null);
    expect(await s.apply([row(1, 500, { seriesId: theirs })])).toEqual([1]);
    expect(await s.progresses()).toEqual([]);
  });

  it('an ambassador that nobody enrolled is counted like any other', async () => {
    const unknown = newId();
    await s.apply([s.entry({ ambassadorId: unknown, seq: 1, points: 250, seriesId })]);
    expect((await s.unlocks()).map(event => event.data.ambassadorId)).toEqual([unknown]);
  });

  it('two chunks at once for the same ambassadors, in opposite order, end as one after the other', async () => {
    const people = Array.from({ length: 20 }, () => newId());
    const rows = people.map(id => s.entry({ ambassadorId: id, seq: 1, points: 300, seriesId }));
    await Promise.all([s.apply(rows, 1), s.apply(rows.toReversed(), 2), s.apply(rows, 3)]);
    expect((await s.unlocks()).map(event => event.data.ambassadorId).sort()).toEqual(people.toSorted());
    expect(await s.progresses()).toHaveLength(people.length);
  });

  it('a transaction that fails leaves nothing, and the rows can come again', async () => {
    const before = await dump();
    const failing = s.apply([
      row(1, 300),
      { ...row(2, 1), data: { ...row(2, 1).data, availableDelta: 1.5 } },
    ]);
    await expect(failing).rejects.toThrow();
    expect(await dump()).toEqual(before);
    await s.apply([row(1, 300)]);
    expect(await s.unlocks()).toHaveLength(1);
  });
});

describe('what is read of it', () => {
  it('3.4 participants are counted once each, whichever partitions they are on', async () => {
    await s.apply([row(1, 10), s.entry({ ambassadorId: newId(), seq: 1, points: 1, seriesId })], 1);
    await s.apply([row(2, 10), s.entry({ ambassadorId: newId(), seq: 1, points: 1, seriesId })], 2);
    expect((await findSeries(s.app, s.brandId, { limit: 10 })).items).toMatchObject([
      { id: seriesId, participants: 3 },
    ]);
  });

  it('unlocks come last first, page by page', async () => {
    await s.apply([row(1, 540)]);
    s.at('2026-11-02T10:00:00.000Z');
    await s.apply([row(2, 500)]);
    const first = await listUnlocks(s.app, s.brandId, ambassadorId, { limit: 2 });
    expect(first.items.map(item => [item.tier.name, item.series.name, item.cycle, item.unlockedAt])).toEqual([
      ['Tier 1000', 'Climb', 1, '2026-11-02T10:00:00.000Z'],
      ['Tier 500', 'Climb', 1, '2026-11-01T10:00:00.000Z'],
    ]);
    const second = await listUnlocks(s.app, s.brandId, ambassadorId, { limit: 2, cursor: first.nextCursor! });
    expect(second.items.map(item => item.tier.name)).toEqual(['Tier 250']);
    expect(second.nextCursor).toBeNull();
  });

  it('6.2 another brand’s ambassador is 404', async () => {
    const stranger = await scene(database.db);
    await expect(listUnlocks(s.app, stranger.brandId, ambassadorId, { limit: 2 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
