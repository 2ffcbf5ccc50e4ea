import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openSession } from '../../../app/auth/open-session.js';
import { updateBrand } from '../../../app/brands/update-brand.js';
import { applyAmbassadors, applyPrograms } from '../../../app/read-model/apply-catalog.js';
import { applyGrants } from '../../../app/read-model/apply-grants.js';
import { applyMilestones } from '../../../app/read-model/apply-milestones.js';
import { testBrand } from '../../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../../testing/database.js';
import { openEvents } from '../../../testing/event-source.js';
import { eventsOf } from '../../../testing/events.js';
import { portalApp } from '../../../testing/portal-app.js';
import { StreamHub } from './stream-hub.js';

const listenerName = 'cairn-portal-bff-homes';

describe('the stream', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let url: string;
  let events: ReturnType<typeof eventsOf>;
  let ada: string;
  let token: string;
  const opened: { close: () => void }[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    ({ app, url } = await portalApp(database, 'http://127.0.0.1:1'));
    await until('the listener', async () => (await listeners()).length === 1);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  beforeEach(async () => {
    const { id } = await testBrand(database.db);
    events = eventsOf(id);
    ada = newId();
    await chunk(sql => applyAmbassadors(sql, [events.ambassador(ada, 1)]));
    await chunk(sql => applyPrograms(sql, [events.program(1), events.series(2)]));
    const of = { as: 'ambassador' as const, brandId: events.brandId, id: ada };
    token = (await chunk(sql => openSession(sql, of, null, new Date()))).token;
  });
  afterEach(() => {
    for (const stream of opened.splice(0)) stream.close();
  });

  const chunk = <Result>(work: (sql: Sql) => Promise<Result>) => inTransaction(database.db, work);
  const listeners = () =>
    onPool(database.db).query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1',
      [listenerName],
    );
  const open = async (headers: Record<string, string> = {}) => {
    const stream = await openEvents(`${url}/api/portal/v1/stream`, {
      cookie: `cairn_session=${token}`,
      ...headers,
    });
    opened.push(stream);
    return stream;
  };

  it('sends the state, then each newer one by its moment', async () => {
    const stream = await open();
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.response.headers.get('x-content-type-options')).toBe('nosniff');
    const first = await stream.next();
    expect(first).toMatchObject({ event: 'progress', data: { points: 0 } });
    await chunk(sql => applyMilestones(sql, [events.progress(ada, 1, 40)]));
    expect(await stream.next()).toMatchObject({ event: 'progress', data: { points: 40 } });
    await chunk(sql => applyMilestones(sql, [events.progress(ada, 2, 260), events.unlock(ada, 1)]));
    expect(await stream.next()).toMatchObject({ event: 'unlock', data: { points: 260 } });
    await chunk(sql => applyGrants(sql, [events.grant(ada, 1, 1, 'issued')], new Date()));
    const last = await stream.next();
    expect(last).toMatchObject({ event: 'reward' });
    expect(Number(last?.id.split('.')[1])).toBe((first?.data.revision ?? 0) + 3);
    const settings = { brandId: events.brandId, actor: { kind: 'api_key' as const, id: 'k', ip: null } };
    await updateBrand(database.db, settings, { name: 'Rosewood & Sons' }, null, new Date());
    expect(await stream.next()).toMatchObject({
      event: 'progress',
      data: { brand: { name: 'Rosewood & Sons' } },
    });
  });

  it('sends nothing of a chunk that was rolled back', async () => {
    const stream = await open();
    await stream.next();
    const broken = chunk(async sql => {
      await applyMilestones(sql, [events.progress(ada, 1, 999)]);
      throw new Error('the chunk fails');
    });
    await expect(broken).rejects.toThrow('the chunk fails');
    await chunk(sql => applyMilestones(sql, [events.progress(ada, 1, 40)]));
    expect(await stream.next()).toMatchObject({ data: { points: 40 } });
  });

  it('resumes behind the state that the browser has', async () => {
    const first = await (await open()).next();
    const back = await open({ 'last-event-id': first?.id ?? '' });
    await chunk(sql => applyMilestones(sql, [events.progress(ada, 1, 40)]));
    const next = await back.next();
    expect(next).toMatchObject({ data: { points: 40 } });
    expect(next?.id).not.toBe(first?.id);
    const later = await open({ 'last-event-id': first?.id ?? '' });
    expect((await later.next())?.id).toBe(next?.id);
  });

  it('polls while the listening connection is away, and listens again', async () => {
    const stream = await open();
    await stream.next();
    const [listener] = await listeners();
    await onPool(database.db).query('SELECT pg_terminate_backend($1)', [listener?.pid]);
    await until('the connection to break', async () => (await listeners())[0]?.pid !== listener?.pid);
    await chunk(sql => applyMilestones(sql, [events.progress(ada, 1, 40)]));
    expect(await stream.next()).toMatchObject({ data: { points: 40 } });
    await until('the listener', async () => (await listeners()).length === 1);
    await chunk(sql => applyMilestones(sql, [events.progress(ada, 2, 50)]));
    expect(await stream.next()).toMatchObject({ data: { points: 50 } });
  });

  it('ends with the session, and needs one', async () => {
    const stream = await open();
    await stream.next();
    const origin = { cookie: `cairn_session=${token}`, 'sec-fetch-site': 'same-origin' };
    await fetch(`${url}/api/auth/session`, { method: 'DELETE', headers: origin });
    expect(await stream.next()).toBeUndefined();
    expect((await fetch(`${url}/api/portal/v1/stream`, { headers: origin })).status).toBe(401);
  });

  it('ends every stream when the service stops, and has its browser come back by a connection that leads elsewhere', async () => {
    const other = await portalApp(database, 'http://127.0.0.1:1');
    const stream = await openEvents(`${other.url}/api/portal/v1/stream`, {
      authorization: `Bearer ${token}`,
    });
    await stream.next();
    expect(stream.response.headers.get('connection')).toBe('close');
    const began = performance.now();
    const [, end] = await Promise.all([other.app.close(), stream.next()]);
    expect(end).toBeUndefined();
    expect(Number(stream.retry())).toBeLessThanOrEqual(500);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('ends a stream that is asked for while it stops, instead of refusing it: a browser would give up', async () => {
    const other = await portalApp(database, 'http://127.0.0.1:1');
    other.app.get(StreamHub).beforeApplicationShutdown();
    const stream = await openEvents(`${other.url}/api/portal/v1/stream`, {
      authorization: `Bearer ${token}`,
    });
    expect(stream.response.status).toBe(200);
    expect(await stream.next()).toBeUndefined();
    await other.app.close();
  });
});
