import type { EventOf } from '@cairn/contracts/envelope';
import type { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import type { CreateSeries } from '@cairn/contracts/http/series';
import { topics } from '@cairn/contracts/topics';
import { newId } from '@cairn/service-kit/events/derive';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { type Scene, scene } from '../testing/scene.js';
import { getAmbassador } from './find-ambassadors.js';
import { publishSeries } from './publish-series.js';
import { endSeries } from './turn-series.js';
import { updateAmbassador } from './update-ambassador.js';

let database: TestDatabase;
let s: Scene;
let friends: string;
let insiders: string;

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
  friends = await s.program('Friends');
  insiders = await s.program('Insiders');
});

const promoting = (programId: string): Partial<CreateSeries> => ({
  completion: { kind: 'promote', programId },
});
const publish = (id: string) => publishSeries(s.app, s.caller, id, null);

async function live(programIds: string[], edit: Partial<CreateSeries> = {}): Promise<string> {
  const id = await s.draft(programIds, edit);
  await publish(id);
  return id;
}

const row = (ambassadorId: string, seq: number, points: number, seriesId: string) =>
  s.entry({ ambassadorId, seq, points, seriesId, programId: friends });

/** Of whom anything was said, all that was. */
async function changes(of: string) {
  const events = await s.published<EventOf<typeof ambassadorChanged>['data']>(
    topics.catalogAmbassadors.topic,
  );
  return events.filter(event => event.data.ambassadorId === of);
}

async function audits() {
  const events = await s.published<EventOf<typeof auditRecorded>['data']>(topics.audit.topic);
  return events.filter(event => event.data.action === 'ambassador.promote');
}

describe('3.7 a promotion', () => {
  it('moves the membership when the last tier unlocks, tells the catalog, and is recorded as the system’s', async () => {
    const seriesId = await live([friends], promoting(insiders));
    const ada = await s.ambassador({ programId: friends });
    const before = await getAmbassador(s.app, s.brandId, ada);
    s.at(later);
    const top = row(ada, 2, 400, seriesId);
    await s.apply([row(ada, 1, 600, seriesId), top]);
    const after = await getAmbassador(s.app, s.brandId, ada);
    expect(after).toMatchObject({ programId: insiders, joinedAt: start, revision: before.revision + 1 });
    const [, moved] = await changes(ada);
    expect(moved!.data.memberships).toEqual([
      { programId: friends, from: start, to: later },
      { programId: insiders, from: later, to: null },
    ]);
    expect(await audits()).toMatchObject([
      {
        causationid: top.id,
        data: {
          actor: { kind: 'system', id: 'milestones', ip: null },
          target: { kind: 'ambassador', id: ada },
          before: { programId: friends },
          after: { programId: insiders, seriesId },
        },
      },
    ]);
  });

  it('of many in a chunk, each once, whatever is delivered again', async () => {
    const seriesId = await live([friends], promoting(insiders));
    const people = [];
    for (let n = 0; n < 8; n++) people.push(await s.ambassador({ programId: friends }));
    const rows = people.map(id => row(id, 1, 1200, seriesId));
    s.at(later);
    await Promise.all([s.apply(rows, 1), s.apply(rows.toReversed(), 2)]);
    await s.apply(rows);
    const events = await s.published(topics.catalogAmbassadors.topic);
    expect(events.map(event => event.aggregateversion)).toEqual(
      Array.from({ length: 2 * people.length }, (_, index) => index + 1),
    );
    for (const id of people) expect(await changes(id)).toHaveLength(2);
    expect(await audits()).toHaveLength(people.length);
  });

  it('beside an admin’s edits of the same people', async () => {
    const seriesId = await live([friends], promoting(insiders));
    const people = [];
    for (let n = 0; n < 6; n++) people.push(await s.ambassador({ programId: friends }));
    s.at(later);
    await Promise.all([
      s.apply(people.map(id => row(id, 1, 1200, seriesId))),
      ...people.map(id => updateAmbassador(s.app, s.caller, id, { name: `New ${id}` }, null)),
    ]);
    for (const id of people) {
      expect(await getAmbassador(s.app, s.brandId, id)).toMatchObject({
        programId: insiders,
        name: `New ${id}`,
      });
      expect((await changes(id)).at(-1)!.data).toMatchObject({
        name: `New ${id}`,
        memberships: [{ programId: friends }, { programId: insiders }],
      });
    }
  });

  it('is not for whom an admin moved meanwhile, who left, or nobody enrolled', async () => {
    const seriesId = await live([friends], promoting(insiders));
    const [moved, gone] = [
      await s.ambassador({ programId: friends }),
      await s.ambassador({ programId: friends }),
    ];
    const elsewhere = await s.program();
    s.at(later);
    const close = 'UPDATE memberships SET valid_to = $2 WHERE ambassador_id = ANY($1::uuid[])';
    await s.sql.query(close, [[moved, gone], later]);
    await s.sql.query('INSERT INTO memberships VALUES ($1, $2, $3, $4)', [
      s.brandId,
      moved,
      elsewhere,
      later,
    ]);
    await s.apply([moved, gone, newId()].map(id => row(id, 1, 1000, seriesId)));
    expect((await getAmbassador(s.app, s.brandId, moved)).programId).toBe(elsewhere);
    expect((await getAmbassador(s.app, s.brandId, gone)).programId).toBeNull();
    expect(await audits()).toEqual([]);
  });

  it('goes on along a chain, and the new program’s series begins at 0', async () => {
    const legends = await s.program('Legends');
    const first = await live([friends], promoting(insiders));
    const second = await live([insiders], promoting(legends));
    const ada = await s.ambassador({ programId: friends });
    s.at(later);
    await s.apply([row(ada, 1, 1500, first), row(ada, 2, 1000, second)]);
    expect((await changes(ada)).at(-1)!.data.memberships.map(membership => membership.programId)).toEqual([
      friends,
      insiders,
      legends,
    ]);
    const points = 'SELECT points FROM progress WHERE ambassador_id = $1 ORDER BY points';
    expect(await s.sql.query(points, [ada])).toEqual([{ points: 1000 }, { points: 1500 }]);
  });
});

describe('3.7 publishing a series that promotes', () => {
  it('is refused into a program of the same series, and in a circle over several', async () => {
    const legends = await s.program('Legends');
    const circle = { code: 'promotion_circle', errors: [{ path: 'completion.programId' }] };
    await expect(publish(await s.draft([friends, insiders], promoting(insiders)))).rejects.toMatchObject(
      circle,
    );
    const first = await live([friends], promoting(insiders));
    await live([insiders], promoting(legends));
    const back = await s.draft([legends], promoting(friends));
    await expect(publish(back)).rejects.toMatchObject(circle);
    await endSeries(s.app, s.caller, first, null);
    expect((await publish(back)).body.status).toBe('live');
  });

  it('of two that would close a circle at once, one is published', async () => {
    const one = await s.draft([friends], promoting(insiders));
    const two = await s.draft([insiders], promoting(friends));
    const results = await Promise.allSettled([publish(one), publish(two)]);
    expect(results.find(result => result.status === 'rejected')).toMatchObject({
      reason: { code: 'promotion_circle' },
    });
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('warns where the target has no live series', async () => {
    const codes = async (id: string) => (await publish(id)).body.warnings.map(warning => warning.code);
    const upcoming = await s.draft([insiders], { startsAt: later });
    expect(await codes(await s.draft([friends], promoting(insiders)))).toEqual(['target_not_live']);
    await publish(upcoming);
    expect(await codes(await s.draft([await s.program()], promoting(insiders)))).toEqual(['target_not_live']);
    s.at(later);
    expect(await codes(await s.draft([await s.program()], promoting(insiders)))).toEqual([]);
  });

  it('6.2 knows no program of another brand, in a draft already', async () => {
    const stranger = await scene(database.db);
    const theirs = await stranger.program();
    await expect(s.draft([friends], promoting(theirs))).rejects.toMatchObject({
      code: 'not_found',
      errors: [{ path: 'completion.programId' }],
    });
  });
});
