import type { EventOf } from '@cairn/contracts/envelope';
import type { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import { publishedSeries, seriesView } from '@cairn/contracts/http/series';
import { topics } from '@cairn/contracts/topics';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { type Scene, scene } from '../testing/scene.js';
import { applyEntries } from './apply-entries.js';
import { findSeries, getSeries } from './find-series.js';
import { publishSeries } from './publish-series.js';
import { endSeries, pauseSeries, resumeSeries } from './turn-series.js';

let database: TestDatabase;
let s: Scene;
let programId: string;

const [start, dayTwo, dayThree, dayNine] = [1, 2, 3, 9].map(day => `2026-11-0${day}T10:00:00.000Z`) as [
  string,
  string,
  string,
  string,
];

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

beforeEach(async () => {
  s = await scene(database.db);
  s.at(start);
  programId = await s.program();
});

const publish = async (id: string) => (await publishSeries(s.app, s.caller, id, null)).body;
const pause = async (id: string) => (await pauseSeries(s.app, s.caller, id, null)).body;
const resume = async (id: string) => (await resumeSeries(s.app, s.caller, id, null)).body;
const end = async (id: string) => (await endSeries(s.app, s.caller, id, null)).body;

async function liveOne(edit: Parameters<Scene['draft']>[1] = {}): Promise<string> {
  const id = await s.draft([programId], edit);
  await publish(id);
  return id;
}

async function catalog() {
  const events = await s.published<EventOf<typeof seriesChanged>['data']>(topics.catalogPrograms.topic);
  return events.filter(event => event.type === 'com.cairn.catalog.series.changed.v1');
}

describe('pause, resume and end', () => {
  it('3.2 say when it was live, by the clock, and the answer matches the contract', async () => {
    const id = await liveOne({ endsAt: dayNine });
    s.at(dayTwo);
    const paused = await pauseSeries(s.app, s.caller, id, null);
    expect(publishedSeries.parse(paused.body)).toEqual(paused.body);
    expect(paused.body).toMatchObject({ id, status: 'paused', version: 1, endsAt: dayNine, warnings: [] });
    s.at(dayThree);
    expect(await resume(id)).toMatchObject({ status: 'live', endsAt: dayNine });
    s.at('2026-11-04T10:00:00.000Z');
    expect(await end(id)).toMatchObject({ status: 'ended', endsAt: '2026-11-04T10:00:00.000Z' });
    const events = await catalog();
    expect(events.map(event => [event.data.status, event.data.live, event.data.endsAt])).toEqual([
      ['live', [{ from: start, to: dayNine }], dayNine],
      ['paused', [{ from: start, to: dayTwo }], dayNine],
      [
        'live',
        [
          { from: start, to: dayTwo },
          { from: dayThree, to: dayNine },
        ],
        dayNine,
      ],
      [
        'ended',
        [
          { from: start, to: dayTwo },
          { from: dayThree, to: '2026-11-04T10:00:00.000Z' },
        ],
        '2026-11-04T10:00:00.000Z',
      ],
    ]);
    expect(paused.mark).toEqual({ stream: 'catalogPrograms', version: events[1]!.aggregateversion });
    const view = await getSeries(s.app, s.brandId, id);
    expect(seriesView.parse(view)).toEqual(view);
    expect(view).toMatchObject({ status: 'ended', endsAt: '2026-11-04T10:00:00.000Z' });
  });

  it('6.1 are recorded with who did them', async () => {
    const id = await liveOne();
    await pause(id);
    await resume(id);
    await end(id);
    const events = await s.published<{ action: string; before: object; after: object }>(topics.audit.topic);
    expect(events.slice(-3).map(({ data }) => [data.action, data.before, data.after])).toMatchObject([
      ['series.pause', { status: 'live' }, { status: 'paused' }],
      ['series.resume', { status: 'paused' }, { status: 'live' }],
      ['series.end', { status: 'live' }, { status: 'ended' }],
    ]);
  });

  it('3.2 are refused in the wrong state', async () => {
    const draft = await s.draft([programId]);
    for (const turn of [pauseSeries, endSeries])
      await expect(turn(s.app, s.caller, draft, null)).rejects.toMatchObject({ code: 'series_not_live' });
    const id = await liveOne({ startsAt: dayTwo, endsAt: dayNine });
    await expect(pause(id)).rejects.toMatchObject({ code: 'series_not_live' });
    s.at(dayTwo);
    await expect(resume(id)).rejects.toMatchObject({ code: 'series_not_paused' });
    await pause(id);
    await expect(pause(id)).rejects.toMatchObject({ code: 'series_not_live' });
    s.at(dayNine);
    for (const turn of [pauseSeries, resumeSeries, endSeries])
      await expect(turn(s.app, s.caller, id, null)).rejects.toMatchObject({ code: 'series_ended' });
  });

  it('take the ETag of the last read, and 6.2 another brand’s are not found', async () => {
    const id = await liveOne();
    const { revision } = await getSeries(s.app, s.brandId, id);
    const { body } = await pauseSeries(s.app, s.caller, id, revision);
    expect(body.revision).toBe(revision + 1);
    await expect(resumeSeries(s.app, s.caller, id, revision)).rejects.toMatchObject({ code: 'stale' });
    const stranger = await scene(database.db);
    for (const turn of [pauseSeries, resumeSeries, endSeries])
      await expect(turn(stranger.app, stranger.caller, id, null)).rejects.toMatchObject({
        code: 'not_found',
      });
  });

  it('answer a repeated call with its key as the first time, and do it once', async () => {
    const id = await liveOne();
    const once = { route: 'POST /api/v1/series/:id/pause', key: 'k-1', bodyHash: 'a'.repeat(64) };
    const first = await pauseSeries(s.app, { ...s.caller, once }, id, null);
    expect(await pauseSeries(s.app, { ...s.caller, once }, id, null)).toEqual(first);
    await expect(
      pauseSeries(s.app, { ...s.caller, once: { ...once, bodyHash: 'b'.repeat(64) } }, id, null),
    ).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('3.2 two at once: one pauses, the other is told', async () => {
    const id = await liveOne();
    const results = await Promise.allSettled([pause(id), pause(id)]);
    expect(results.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('3.2 statuses go by the clock in the list, a paused one that is over too', async () => {
    const id = await liveOne({ startsAt: dayTwo, endsAt: dayNine });
    const listed = async () => (await findSeries(s.app, s.brandId, { limit: 9 })).items[0]!.status;
    expect(await listed()).toBe('scheduled');
    s.at(dayTwo);
    expect(await listed()).toBe('live');
    await pause(id);
    expect(await listed()).toBe('paused');
    s.at(dayNine);
    expect(await listed()).toBe('ended');
    expect((await findSeries(s.app, s.brandId, { limit: 9, status: 'paused' })).items).toEqual([]);
  });

  it('3.2 a pause waits for rows that are being counted, and rows wait for a pause', async () => {
    const id = await liveOne();
    const ambassadorId = await s.ambassador({ programId });
    const row = s.entry({ ambassadorId, seq: 1, points: 300, seriesId: id });
    let pausing: Promise<unknown> = Promise.resolve();
    await inTransaction(database.db, async sql => {
      await applyEntries(s.app, sql, [row], new Date(start), 0);
      pausing = pause(id);
      await until('the pause to wait for the rows', async () => {
        const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
        return (await s.sql.query(waiting)).length > 0;
      });
    });
    await pausing;
    await s.apply([s.entry({ ambassadorId, seq: 2, points: 300, seriesId: id })]);
    const unlocked = await s.sql.query('SELECT threshold FROM unlocks WHERE brand_id = $1', [s.brandId]);
    expect(unlocked).toEqual([{ threshold: 250 }]);
  });
});

describe('3.1 ending frees the programs', () => {
  it('a second series is refused before and accepted after, from that instant', async () => {
    const first = await liveOne();
    const second = await s.draft([programId]);
    await expect(publish(second)).rejects.toMatchObject({ code: 'program_in_another_series' });
    s.at(dayTwo);
    await pause(first);
    await expect(publish(second)).rejects.toMatchObject({ code: 'program_in_another_series' });
    await end(first);
    expect(await publish(second)).toMatchObject({ status: 'live', startsAt: dayTwo });
  });

  it('a period in which the first had the program stays refused, by the database too', async () => {
    await end(await liveOne({ startsAt: '2026-10-01T00:00:00Z' }));
    const overlapping = await s.draft([programId], { startsAt: '2026-10-31T00:00:00Z' });
    await expect(publish(overlapping)).rejects.toMatchObject({ code: 'program_in_another_series' });
    const insert = `INSERT INTO series_programs VALUES ($1, $2, $3, $4)`;
    await expect(s.sql.query(insert, [s.brandId, overlapping, programId, '[2026-10-31,)'])).rejects.toThrow(
      /series_programs_one_at_a_time/,
    );
    await s.sql.query(insert, [s.brandId, overlapping, programId, `[${start},)`]);
  });

  it('a scheduled series that is ended never had them', async () => {
    const scheduled = await liveOne({ startsAt: dayThree });
    s.at(dayTwo);
    expect(await end(scheduled)).toMatchObject({ status: 'ended', endsAt: dayTwo });
    expect((await catalog()).at(-1)!.data).toMatchObject({ status: 'ended', live: [], endsAt: dayTwo });
    expect(await publish(await s.draft([programId], { startsAt: dayThree }))).toMatchObject({
      status: 'scheduled',
    });
  });
});
