import type { EventOf } from '@cairn/contracts/envelope';
import type { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import { topics } from '@cairn/contracts/topics';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { publishEdit, withThresholds } from '../testing/edits.js';
import { type Scene, scene } from '../testing/scene.js';
import { workInHand } from '../testing/work.js';
import { discardDraft } from './discard-draft.js';
import { findSeries, getSeries } from './find-series.js';
import { publishSeries } from './publish-series.js';
import { endSeries, pauseSeries, resumeSeries } from './turn-series.js';
import { updateSeries } from './update-series.js';

let database: TestDatabase;
let s: Scene;
let programId: string;
let seriesId: string;

const began = '2026-11-01T10:00:00.000Z';
const later = '2026-11-02T10:00:00.000Z';
const end = '2026-12-01T00:00:00.000Z';

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

beforeEach(async () => {
  s = await scene(database.db);
  s.at(began);
  programId = await s.program();
  seriesId = await s.draft([programId]);
  await publishSeries(s.app, s.caller, seriesId, null);
  s.at(later);
});

const view = (id = seriesId) => getSeries(s.app, s.brandId, id);
const update = (edit: Parameters<typeof updateSeries>[3], revision: number | null = null, id = seriesId) =>
  updateSeries(s.app, s.caller, id, edit, revision);
const publish = (id = seriesId, revision: number | null = null) =>
  publishSeries(s.app, s.caller, id, revision);
const published = async () =>
  (await s.published<EventOf<typeof seriesChanged>['data']>(topics.catalogPrograms.topic)).filter(
    event => event.type === 'com.cairn.catalog.series.changed.v1',
  );

describe('3.8 the draft of a live series', () => {
  it('3.8 editing makes a draft of the next version; what is published stays as it is', async () => {
    const before = await published();
    await update({ name: 'Higher' });
    expect(await view()).toMatchObject({
      name: 'Climb',
      version: 1,
      status: 'live',
      draft: { name: 'Higher', startsAt: began, endsAt: null },
    });
    expect(await published()).toEqual(before);
    const { items } = await findSeries(s.app, s.brandId, { limit: 10 });
    expect(items).toMatchObject([{ name: 'Climb', hasDraft: true }]);
  });

  it('3.8 publishing it makes the next version, which never changes, and the catalog says so', async () => {
    await update({ name: 'Higher' });
    const { body } = await publish();
    expect(body).toMatchObject({ name: 'Higher', version: 2, draft: null, startsAt: began, status: 'live' });
    expect((await published()).at(-1)).toMatchObject({
      data: { version: 2, name: 'Higher', live: [{ from: began, to: null }] },
    });
    const versions = await s.sql.query(
      `SELECT version, fields ->> 'name' AS name FROM series_versions WHERE series_id = $1 ORDER BY version`,
      [seriesId],
    );
    expect(versions).toEqual([
      { version: 1, name: 'Climb' },
      { version: 2, name: 'Higher' },
    ]);
  });

  it('3.3 tiers keep their ids through versions', async () => {
    const tiers = await withThresholds(s, seriesId, [200, 450, 1000]);
    await publishEdit(s, seriesId, { tiers });
    expect((await view()).tiers.map(tier => tier.id)).toEqual(tiers.map(tier => tier.id));
  });

  it('is gone where an edit takes everything back, and by discarding it', async () => {
    await update({ name: 'Higher' });
    await update({ name: 'Climb' });
    expect((await view()).draft).toBeNull();
    await update({ name: 'Higher' });
    const { revision } = await view();
    await expect(discardDraft(s.app, s.caller, seriesId, revision - 1)).rejects.toMatchObject({
      code: 'stale',
    });
    const { body } = await discardDraft(s.app, s.caller, seriesId, revision);
    expect(body).toMatchObject({ name: 'Climb', draft: null, revision: revision + 1 });
    expect((await discardDraft(s.app, s.caller, seriesId, null)).body.revision).toBe(revision + 1);
  });

  it('a series that was never published has none to discard', async () => {
    const id = await s.draft([await s.program()]);
    await expect(discardDraft(s.app, s.caller, id, null)).rejects.toMatchObject({
      code: 'series_not_published',
    });
    expect(await view(id)).toMatchObject({ draft: null, status: 'draft' });
  });

  it('is not published twice, nor over an edit that was not read', async () => {
    await update({ name: 'Higher' });
    const { revision } = await view();
    await update({ name: 'Highest' });
    await expect(publish(seriesId, revision)).rejects.toMatchObject({ code: 'stale' });
    const both = await Promise.allSettled([publish(), publish()]);
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await view()).toMatchObject({ version: 2, name: 'Highest' });
    await expect(publish()).rejects.toMatchObject({ code: 'series_not_draft' });
  });

  it('what has ended is not edited', async () => {
    await update({ name: 'Higher' });
    await endSeries(s.app, s.caller, seriesId, null);
    await expect(update({ name: 'Again' })).rejects.toMatchObject({ code: 'series_ended' });
    await expect(publish()).rejects.toMatchObject({ code: 'series_ended' });
  });

  it('3.2 the start of what has begun stays; an end is set, moved and taken off', async () => {
    await expect(update({ startsAt: end })).rejects.toMatchObject({ code: 'invalid_input' });
    await publishEdit(s, seriesId, { endsAt: end });
    expect((await published()).at(-1)!.data).toMatchObject({ endsAt: end, live: [{ from: began, to: end }] });
    await publishEdit(s, seriesId, { endsAt: null });
    expect((await published()).at(-1)!.data).toMatchObject({
      endsAt: null,
      live: [{ from: began, to: null }],
    });
  });

  it('3.2 an end that is set in a pause comes, and one that is taken off does not', async () => {
    const due = await workInHand(database.db, s);
    await pauseSeries(s.app, s.caller, seriesId, null);
    await publishEdit(s, seriesId, { endsAt: end });
    expect(await due.left('end-paused-series')).toBe(1);
    await publishEdit(s, seriesId, { endsAt: null });
    s.at('2026-12-02T00:00:00.000Z');
    await due.perform('end-paused-series');
    expect(await due.left('end-paused-series')).toBe(0);
    expect((await view()).status).toBe('paused');
    await resumeSeries(s.app, s.caller, seriesId, null);
    expect((await view()).status).toBe('live');
  });

  it('3.2 a scheduled series is edited whole, and its programs follow its start', async () => {
    const other = await s.program();
    const id = await s.draft([other], { startsAt: end });
    await publish(id);
    await publishEdit(s, id, { startsAt: null });
    expect(await view(id)).toMatchObject({ status: 'live', startsAt: later });
    expect((await published()).at(-1)!.data).toMatchObject({
      live: [{ from: later, to: null }],
      programs: [{ programId: other, from: later, to: null }],
    });
  });
});

describe('3.1 programs of a live series', () => {
  it('3.1 one that comes in belongs to it from now on, one that leaves until now, and is free', async () => {
    const other = await s.program();
    await publishEdit(s, seriesId, { programIds: [other] });
    expect((await published()).at(-1)!.data).toMatchObject({
      programIds: [other],
      programs: expect.arrayContaining([
        { programId, from: began, to: later },
        { programId: other, from: later, to: null },
      ]),
    });
    const next = await s.draft([programId]);
    expect((await publish(next)).body.status).toBe('live');
  });

  it('3.1 one that is in another series is refused, and nothing of the edit is published', async () => {
    const other = await s.program();
    await publish(await s.draft([other]));
    await update({ programIds: [programId, other], name: 'Both' });
    await expect(publish()).rejects.toMatchObject({ code: 'program_in_another_series' });
    expect(await view()).toMatchObject({ version: 1, name: 'Climb', draft: { name: 'Both' } });
  });

  it('3.1 one comes back after it left; an end closes only what is open', async () => {
    const other = await s.program();
    await publishEdit(s, seriesId, { programIds: [programId, other] });
    s.at('2026-11-03T10:00:00.000Z');
    await publishEdit(s, seriesId, { programIds: [programId] });
    s.at('2026-11-04T10:00:00.000Z');
    await publishEdit(s, seriesId, { programIds: [programId, other] });
    s.at('2026-11-05T10:00:00.000Z');
    await endSeries(s.app, s.caller, seriesId, null);
    const { programs } = (await published()).at(-1)!.data;
    expect(programs!.filter(one => one.programId === other)).toEqual([
      { programId: other, from: later, to: '2026-11-03T10:00:00.000Z' },
      { programId: other, from: '2026-11-04T10:00:00.000Z', to: '2026-11-05T10:00:00.000Z' },
    ]);
  });

  it('3.1 of two edits that want one program, one is published', async () => {
    const [wanted, second] = [await s.program(), await s.program()];
    const other = await s.draft([second]);
    await publish(other);
    await update({ programIds: [programId, wanted] });
    await update({ programIds: [second, wanted] }, null, other);
    const both = await Promise.allSettled([publish(), publish(other)]);
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('3.7 an edit that closes a circle of promotions is refused, one that keeps its own is not', async () => {
    const [big, huge] = [await s.program(), await s.program()];
    await publishEdit(s, seriesId, { completion: { kind: 'promote', programId: big } });
    await publish(await s.draft([big], { completion: { kind: 'promote', programId: huge } }));
    await update({ programIds: [programId, huge] });
    await expect(publish()).rejects.toMatchObject({ code: 'promotion_circle' });
    expect((await publishEdit(s, seriesId, { programIds: [programId], name: 'Same' })).body.version).toBe(3);
  });
});
