import type { EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { topics } from '@cairn/contracts/topics';
import { newId } from '@cairn/service-kit/events/derive';
import { constraintOf } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { type Scene, scene } from '../testing/scene.js';
import { createAmbassador } from './create-ambassador.js';
import { findAmbassadors, getAmbassador } from './find-ambassadors.js';
import { importAmbassadors } from './import-ambassadors.js';
import { updateAmbassador } from './update-ambassador.js';

let database: TestDatabase;
let s: Scene;
let programId: string;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

beforeEach(async () => {
  s = await scene(database.db);
  programId = await s.program();
});

const create = (of: object) =>
  createAmbassador(s.app, s.caller, { name: 'Ada', email: 'ada@example.com', programId, ...of });

async function published() {
  return await s.published<EventOf<typeof ambassadorChanged>['data']>(topics.catalogAmbassadors.topic);
}

describe('createAmbassador', () => {
  it('1.3 enrols with a generated code, and the catalog has everything, the audit log no address', async () => {
    const address = { name: 'Ada', line1: '1 Hill', city: 'York', postalCode: 'Y1', country: 'GB' };
    const { body, mark } = await create({
      email: 'Ada@Example.com',
      address,
      joinedAt: '1996-12-01T00:00:00-05:00',
    });
    expect(body.code).toMatch(/^[2-9A-Z]{8}$/);
    expect(body.link).toBe(`https://links.example.com/r/${body.code}`);
    const [event] = await published();
    expect(mark).toEqual({ stream: 'catalogAmbassadors', version: event!.aggregateversion });
    expect(event).toMatchObject({
      key: `${s.brandId}:${body.id}`,
      data: {
        ambassadorId: body.id,
        email: 'ada@example.com',
        address,
        memberships: [{ programId, from: '1996-12-01T05:00:00.000Z', to: null }],
      },
    });
    expect(JSON.stringify(await s.published(topics.audit.topic))).not.toContain('1 Hill');
    expect(await getAmbassador(s.app, s.brandId, body.id)).toMatchObject({ address, programId });
  });

  it('1.3 refuses keys that somebody has, whatever the case', async () => {
    await create({ externalId: 'cust-1', code: 'ADA' });
    await expect(create({ externalId: 'cust-1', email: 'b@example.com' })).rejects.toMatchObject({
      code: 'duplicate_external_id',
    });
    await expect(create({ email: 'ADA@example.com' })).rejects.toMatchObject({ code: 'duplicate_email' });
    await expect(create({ email: 'b@example.com', code: 'ada' })).rejects.toMatchObject({
      code: 'duplicate_code',
    });
    const stranger = await scene(database.db);
    const theirs = await stranger.program();
    await expect(
      stranger.ambassador({ programId: theirs, externalId: 'cust-1', code: 'ADA', email: 'ada@example.com' }),
    ).resolves.toBeDefined();
  });

  it('1.4 refuses a future joinedAt, and takes this very instant', async () => {
    await expect(create({ joinedAt: '2026-11-01T10:00:00.001Z' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await create({ joinedAt: '2026-11-01T10:00:00.000Z' });
  });

  it('6.2 knows no program of another brand', async () => {
    const stranger = await scene(database.db);
    await expect(create({ programId: await stranger.program() })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('1.2 the database itself refuses two memberships at once', async () => {
    const { body } = await create({});
    const error = await s.sql
      .query('INSERT INTO memberships VALUES ($1, $2, $3, $4, NULL)', [
        s.brandId,
        body.id,
        programId,
        '2026-11-02T00:00:00Z',
      ])
      .catch(thrown => thrown);
    expect(constraintOf(error)).toBe('memberships_one_at_a_time');
  });
});

describe('updateAmbassador', () => {
  it('6.1 changes what is given, publishes the whole, and does nothing for nothing', async () => {
    const { body } = await create({});
    const same = await updateAmbassador(s.app, s.caller, body.id, { name: 'Ada' }, null);
    expect(same.mark).toBeNull();
    const { body: after } = await updateAmbassador(
      s.app,
      s.caller,
      body.id,
      { email: 'New@example.com' },
      same.body.revision,
    );
    expect(after).toMatchObject({ email: 'new@example.com', name: 'Ada', revision: same.body.revision + 1 });
    expect((await published()).map(event => event.data.email)).toEqual([
      'ada@example.com',
      'new@example.com',
    ]);
    await expect(
      updateAmbassador(s.app, s.caller, body.id, { name: 'B' }, same.body.revision),
    ).rejects.toMatchObject({ code: 'stale' });
  });

  it('1.3 refuses a key that somebody has', async () => {
    const { body } = await create({});
    await create({ email: 'b@example.com', externalId: 'cust-2', code: 'BOB' });
    const edit = (change: object) => updateAmbassador(s.app, s.caller, body.id, change, null);
    await expect(edit({ email: 'B@example.com' })).rejects.toMatchObject({ code: 'duplicate_email' });
    await expect(edit({ externalId: 'cust-2' })).rejects.toMatchObject({ code: 'duplicate_external_id' });
    await expect(edit({ code: 'bob' })).rejects.toMatchObject({ code: 'duplicate_code' });
  });

  it('6.2 another brand’s ambassador is 404', async () => {
    const stranger = await scene(database.db);
    const { body } = await create({});
    await expect(getAmbassador(s.app, stranger.brandId, body.id)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      updateAmbassador(s.app, stranger.caller, body.id, { name: 'x' }, null),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('findAmbassadors', () => {
  it('1.3 finds by each key, and pages through all of them, newest first', async () => {
    const other = await s.program();
    const ids = [];
    for (const n of [1, 2, 3]) {
      const { body } = await create({
        email: `p${n}@example.com`,
        externalId: `cust-${n}`,
        code: `P${n}`,
        programId: n === 2 ? other : programId,
      });
      ids.push(body.id);
    }
    const find = async (search: object) =>
      (await findAmbassadors(s.app, s.brandId, { limit: 9, ...search })).items.map(item => item.id);
    expect(await find({ externalId: 'cust-2' })).toEqual([ids[1]]);
    expect(await find({ email: 'P3@example.com' })).toEqual([ids[2]]);
    expect(await find({ code: 'p1' })).toEqual([ids[0]]);
    expect(await find({ programId })).toEqual([ids[2], ids[0]]);
    expect(await find({ programId: other, code: 'p1' })).toEqual([]);
    const first = await findAmbassadors(s.app, s.brandId, { limit: 2 });
    const second = await findAmbassadors(s.app, s.brandId, { limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(item => item.id)).toEqual(ids.toReversed());
    await expect(findAmbassadors(s.app, s.brandId, { limit: 2, cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('importAmbassadors', () => {
  const load = (items: unknown[], from = 0) => importAmbassadors(s.app, s.caller, items, from);
  const line = (n: number, of: object = {}) => ({
    externalId: `cust-${n}`,
    name: `P ${n}`,
    email: `p${n}@example.com`,
    programId,
    ...of,
  });

  it('loads the good lines, reports the others by their place, and marks the catalog once', async () => {
    const { body, mark } = await load(
      [line(1), { name: 'no e-mail' }, line(2), line(3, { programId: newId() }), line(2, { name: 'Bob' })],
      100,
    );
    expect(body).toMatchObject({
      created: 2,
      updated: 1,
      rejected: [
        { index: 101, code: 'invalid_input', errors: expect.anything() },
        { index: 103, code: 'not_found', errors: [{ path: 'programId', message: expect.any(String) }] },
      ],
    });
    const events = await published();
    expect(events.map(event => event.data.name)).toEqual(['P 1', 'Bob']);
    const [first, second] = events.map(event => event.data.ambassadorId);
    expect(body.ambassadorIds).toEqual([first, null, second, null, second]);
    expect(mark).toEqual({ stream: 'catalogAmbassadors', version: events.at(-1)!.aggregateversion });
  });

  it('the same again changes and publishes nothing; a difference changes and publishes that one', async () => {
    const address = { name: 'Ada', line1: '1 Hill', city: 'York', postalCode: 'Y1', country: 'GB' };
    await load([line(1, { address }), line(2)]);
    const again = await load([line(1, { address }), line(2)]);
    expect(again).toMatchObject({ body: { created: 0, updated: 2, rejected: [] }, mark: null });
    const changed = await load([line(1, { address }), line(2, { name: 'Bob' })]);
    expect(changed.body).toMatchObject({ created: 0, updated: 2 });
    expect((await published()).map(event => event.data.name)).toEqual(['P 1', 'P 2', 'Bob']);
  });

  it('one line with text that cannot be kept does not take the others with it', async () => {
    const { body } = await load([line(1), line(2, { name: 'B\0b' })]);
    expect(body).toMatchObject({ created: 1, rejected: [{ index: 1, errors: [{ path: 'name' }] }] });
  });

  it('1.2 does not move anybody', async () => {
    await load([line(1)]);
    const { body } = await load([line(1, { programId: await s.program() })]);
    expect(body).toMatchObject({
      created: 0,
      updated: 0,
      rejected: [{ index: 0, code: 'already_in_program' }],
    });
  });

  it('the same file sent twice at once makes everybody once', async () => {
    const items = Array.from({ length: 200 }, (_, n) => line(n));
    const reports = await Promise.all([load(items), load(items.toReversed()), load(items)]);
    expect(reports.reduce((sum, { body }) => sum + body.created, 0)).toBe(200);
    expect(reports.flatMap(({ body }) => body.rejected)).toEqual([]);
    expect(await published()).toHaveLength(200);
  });
});
