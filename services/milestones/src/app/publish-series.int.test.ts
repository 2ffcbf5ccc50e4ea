import type { EventOf } from '@cairn/contracts/envelope';
import type { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import { topics } from '@cairn/contracts/topics';
import { constraintOf } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { type Scene, scene, seriesInput } from '../testing/scene.js';
import { createSeries } from './create-series.js';
import { findSeries, getSeries } from './find-series.js';
import { publishSeries } from './publish-series.js';
import { updateSeries } from './update-series.js';

let database: TestDatabase;
let s: Scene;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

beforeEach(async () => {
  s = await scene(database.db);
});

const publish = (id: string) => publishSeries(s.app, s.caller, id, null);
const statusOf = async (id: string) => (await getSeries(s.app, s.brandId, id)).status;

async function published() {
  const events = await s.published<EventOf<typeof seriesChanged>['data']>(topics.catalogPrograms.topic);
  return events.filter(event => event.type === 'com.cairn.catalog.series.changed.v1');
}

describe('publishSeries', () => {
  it('3.2 without a start is live from its publishing, and the catalog says so', async () => {
    const programId = await s.program();
    const id = await s.draft([programId]);
    expect(await published()).toEqual([]);
    const { body, mark } = await publish(id);
    expect(body).toMatchObject({
      id,
      status: 'live',
      version: 1,
      startsAt: '2026-11-01T10:00:00.000Z',
      warnings: [],
    });
    const [event] = await published();
    expect(event).toMatchObject({
      key: `${s.brandId}:series:${id}`,
      aggregateversion: mark!.version,
      data: {
        seriesId: id,
        version: 1,
        status: 'live',
        programIds: [programId],
        live: [{ from: '2026-11-01T10:00:00.000Z', to: null }],
        endsAt: null,
      },
    });
    expect(event!.data.tiers.map(tier => tier.threshold)).toEqual([250, 500, 1000]);
    expect(mark!.stream).toBe('catalogPrograms');
  });

  it('3.2 a past start is live since then; a future one is scheduled, then live, then ended by the clock', async () => {
    const past = await s.draft([await s.program()], { startsAt: '1996-12-01T00:00:00-05:00' });
    await publish(past);
    expect((await published())[0]!.data.live).toEqual([{ from: '1996-12-01T05:00:00.000Z', to: null }]);
    const future = await s.draft([await s.program()], {
      startsAt: '2026-12-01T00:00:00Z',
      endsAt: '2027-01-01T00:00:00Z',
    });
    expect((await publish(future)).body.status).toBe('scheduled');
    expect((await published())[1]!.data).toMatchObject({
      status: 'scheduled',
      live: [{ from: '2026-12-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' }],
      endsAt: '2027-01-01T00:00:00.000Z',
    });
    s.at('2026-12-01T00:00:00.000Z');
    expect(await statusOf(future)).toBe('live');
    s.at('2027-01-01T00:00:00.000Z');
    expect(await statusOf(future)).toBe('ended');
    expect(
      (await findSeries(s.app, s.brandId, { limit: 9, status: 'ended' })).items.map(item => item.id),
    ).toEqual([future]);
  });

  it('3.1 of two series that want one program at once, exactly one is published', async () => {
    const [one, two, three] = [await s.program(), await s.program(), await s.program()];
    const first = await s.draft([one, two]);
    const second = await s.draft([three, two, one]);
    const results = await Promise.allSettled([publish(first), publish(second)]);
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1);
    expect(results.find(result => result.status === 'rejected')).toMatchObject({
      reason: { code: 'program_in_another_series' },
    });
    expect(await published()).toHaveLength(1);
    expect([await statusOf(first), await statusOf(second)].sort()).toEqual(['draft', 'live']);
  });

  it('3.1 a second series is refused while the first is not ended, also for a time after it', async () => {
    const programId = await s.program();
    await publish(await s.draft([programId], { endsAt: '2026-12-01T00:00:00Z' }));
    const next = await s.draft([programId], { startsAt: '2026-12-02T00:00:00Z' });
    await expect(publish(next)).rejects.toMatchObject({ code: 'program_in_another_series' });
    s.at('2026-12-01T00:00:00.000Z');
    expect((await publish(next)).body.status).toBe('scheduled');
  });

  it('3.1 a period in which an ended series had the program is refused', async () => {
    const programId = await s.program();
    await publish(await s.draft([programId], { endsAt: '2026-12-01T00:00:00Z' }));
    s.at('2026-12-05T00:00:00.000Z');
    const overlapping = await s.draft([programId], { startsAt: '2026-11-20T00:00:00Z' });
    await expect(publish(overlapping)).rejects.toMatchObject({ code: 'program_in_another_series' });
    expect(await statusOf(overlapping)).toBe('draft');
  });

  it('3.1 the database itself refuses overlapping periods', async () => {
    const programId = await s.program();
    const [one, two] = [await s.draft([programId]), await s.draft([programId])];
    const insert = (id: string, during: string) =>
      s.sql.query('INSERT INTO series_programs VALUES ($1, $2, $3, $4)', [s.brandId, id, programId, during]);
    await insert(one, '[2026-01-01,2026-02-01)');
    const error = await insert(two, '[2026-01-31,)').catch(thrown => thrown);
    expect(constraintOf(error)).toBe('series_programs_one_at_a_time');
    await insert(two, '[2026-02-01,)');
  });

  it('3.8 a published version never changes, and is not published twice', async () => {
    const id = await s.draft([await s.program()]);
    await publish(id);
    await expect(publish(id)).rejects.toMatchObject({ code: 'series_not_draft' });
    await expect(
      s.sql.query(`UPDATE series_versions SET fields = '{}' WHERE series_id = $1`, [id]),
    ).rejects.toThrow(/never changes/);
  });

  it('names everything that a draft lacks', async () => {
    const id = await s.draft([await s.program()], { tiers: [], endsAt: '2026-10-01T00:00:00Z' });
    await expect(publish(id)).rejects.toMatchObject({
      code: 'series_incomplete',
      errors: [{ path: 'tiers' }, { path: 'endsAt' }],
    });
  });

  it('records who did it', async () => {
    const id = await s.draft([await s.program()]);
    await publish(id);
    const events = await s.published<{ action: string; actor: unknown; target: unknown }>(topics.audit.topic);
    expect(events.map(event => event.data.action)).toEqual([
      'program.create',
      'series.create',
      'series.publish',
    ]);
    expect(events.at(-1)!.data).toMatchObject({ actor: s.caller.actor, target: { kind: 'series', id } });
  });
});

describe('series drafts', () => {
  it('take edits, keep the ids of tiers, and refuse an edit of what somebody changed meanwhile', async () => {
    const id = await s.draft([await s.program()]);
    const before = await getSeries(s.app, s.brandId, id);
    const [bronze] = before.tiers;
    const edited = await updateSeries(
      s.app,
      s.caller,
      id,
      { tiers: [{ ...seriesInput([]).tiers[0]!, id: bronze!.id, threshold: 100 }] },
      before.revision,
    );
    expect(edited.body).toMatchObject({
      status: 'draft',
      version: 0,
      tiers: [{ id: bronze!.id, threshold: 100 }],
    });
    await expect(updateSeries(s.app, s.caller, id, { name: 'Rise' }, before.revision)).rejects.toMatchObject({
      code: 'stale',
    });
  });

  it('6.2 know nothing of another brand’s series and programs', async () => {
    const stranger = await scene(database.db);
    const theirs = await stranger.program();
    const id = await s.draft([await s.program()]);
    const notFound = { code: 'not_found' };
    await expect(getSeries(s.app, stranger.brandId, id)).rejects.toMatchObject(notFound);
    await expect(publishSeries(s.app, stranger.caller, id, null)).rejects.toMatchObject(notFound);
    await expect(updateSeries(s.app, stranger.caller, id, { name: 'x' }, null)).rejects.toMatchObject(
      notFound,
    );
    await expect(createSeries(s.app, s.caller, seriesInput([theirs]))).rejects.toMatchObject(notFound);
    await expect(updateSeries(s.app, s.caller, id, { programIds: [theirs] }, null)).rejects.toMatchObject(
      notFound,
    );
  });

  it('are listed newest first, by cursor and by filters', async () => {
    const programId = await s.program('Friends');
    const ids = [];
    for (const category of ['a', 'b', 'a']) ids.push(await s.draft([programId], { category }));
    const first = await findSeries(s.app, s.brandId, { limit: 2 });
    const second = await findSeries(s.app, s.brandId, { limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(item => item.id)).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
    expect(first.items[0]).toMatchObject({ programs: [{ id: programId, name: 'Friends' }], participants: 0 });
    expect(
      (await findSeries(s.app, s.brandId, { limit: 9, category: 'b' })).items.map(item => item.id),
    ).toEqual([ids[1]]);
    const other = await s.program();
    expect((await findSeries(s.app, s.brandId, { limit: 9, programId: other })).items).toEqual([]);
    expect((await findSeries(s.app, s.brandId, { limit: 9, programId, status: 'draft' })).items).toHaveLength(
      3,
    );
  });
});
