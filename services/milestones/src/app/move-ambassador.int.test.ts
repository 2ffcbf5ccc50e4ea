import { topics } from '@cairn/contracts/topics';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { type Scene, scene } from '../testing/scene.js';
import { getAmbassador } from './find-ambassadors.js';
import { leaveProgram, moveAmbassador } from './move-ambassador.js';

let database: TestDatabase;
let s: Scene;
let friends: string;
let crew: string;
let ada: string;

const joined = '2026-11-01T10:00:00.000Z';
const now = '2026-11-05T10:00:00.000Z';

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

beforeEach(async () => {
  s = await scene(database.db);
  s.at(joined);
  friends = await s.program('Friends');
  crew = await s.program('Crew');
  ada = await s.ambassador({ programId: friends });
  s.at(now);
});

const move = (programId: string, at?: string, revision: number | null = null) =>
  moveAmbassador(s.app, s.caller, ada, { programId, at }, revision);
const leave = (at?: string) => leaveProgram(s.app, s.caller, ada, { at }, null);

describe('1.4 moving an ambassador by hand', () => {
  it('1.4 moves them now, tells the catalog with a mark, and the audit log', async () => {
    const { body, mark } = await move(crew);
    const memberships = [
      { programId: friends, from: joined, to: now },
      { programId: crew, from: now, to: null },
    ];
    expect(body).toMatchObject({ programId: crew, joinedAt: joined, memberships, revision: 2 });
    expect((await s.published(topics.catalogAmbassadors.topic)).at(-1)).toMatchObject({
      aggregateversion: mark!.version,
      data: { ambassadorId: ada, memberships },
    });
    expect((await s.published(topics.audit.topic)).at(-1)).toMatchObject({
      data: { action: 'ambassador.move', after: { memberships } },
    });
    expect(await getAmbassador(s.app, s.brandId, ada)).toEqual(body);
  });

  it('1.2 a leave and a move back: what was between stays empty', async () => {
    await leave('2026-11-02T10:00:00Z');
    expect(await getAmbassador(s.app, s.brandId, ada)).toMatchObject({ programId: null });
    expect((await move(friends)).body.memberships).toEqual([
      { programId: friends, from: joined, to: '2026-11-02T10:00:00.000Z' },
      { programId: friends, from: now, to: null },
    ]);
  });

  it('changes the program of the whole membership where it is moved from its beginning', async () => {
    expect((await move(crew, joined)).body.memberships).toEqual([
      { programId: crew, from: joined, to: null },
    ]);
  });

  it.each([
    ['already_in_program', () => move(friends)],
    ['move_before_membership', () => move(crew, '2026-10-01T00:00:00Z')],
    ['invalid_input', () => move(crew, '2027-01-01T00:00:00Z')],
    ['stale', () => move(crew, undefined, 7)],
    ['not_found', () => move(ada)],
    ['invalid_input', () => leave('2027-01-01T00:00:00Z')],
  ])('refuses with %s and changes nothing', async (code, act) => {
    await expect(act()).rejects.toMatchObject({ code });
    expect(await getAmbassador(s.app, s.brandId, ada)).toMatchObject({ programId: friends, revision: 1 });
  });

  it('6.2 another brand’s ambassadors and programs are not found', async () => {
    const other = await scene(database.db);
    const theirs = await other.program();
    await expect(move(theirs)).rejects.toMatchObject({ code: 'not_found' });
    const foreign = { programId: theirs };
    await expect(moveAmbassador(other.app, other.caller, ada, foreign, null)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('1.2 two moves at once end in one membership', async () => {
    const third = await s.program('Third');
    await Promise.all([move(crew), move(third)]);
    const { memberships } = await getAmbassador(s.app, s.brandId, ada);
    expect(memberships.filter(one => one.to === null)).toHaveLength(1);
  });
});
