import { portalSession } from '@cairn/contracts/http/auth';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { applyAmbassadors } from '../../../app/read-model/apply-catalog.js';
import { testBrand } from '../../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../../testing/database.js';
import { eventsOf } from '../../../testing/events.js';
import { httpClient } from '../../../testing/http-client.js';
import { portalApp } from '../../../testing/portal-app.js';

const path = '/api/portal/v1/session';

describe('6.1 looking at the portal as an ambassador', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let call: ReturnType<typeof httpClient>;
  let key: string;
  let ada: string;
  let bea: string;

  beforeAll(async () => {
    database = await testDatabase();
    let url: string;
    ({ app, url } = await portalApp(database, 'http://127.0.0.1:1'));
    call = httpClient(url);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  beforeEach(async () => {
    const brand = await testBrand(database.db);
    key = brand.apiKey;
    [ada, bea] = [newId(), newId()];
    const events = eventsOf(brand.id);
    const joined = [
      events.ambassador(ada, 1, { name: 'Ada Lovelace', email: 'ada@example.com' }),
      events.ambassador(bea, 1, { name: 'Bea Moss', email: 'bea@example.com' }),
    ];
    await inTransaction(database.db, sql => applyAmbassadors(sql, joined));
  });

  const open = async (id: string, how: 'look' | 'session') =>
    (await call('POST', `/api/v1/ambassadors/${id}/${how}`, { token: key })).body as {
      token: string;
      expiresAt: string;
    };
  const jar = new Map<string, string>();
  beforeEach(() => jar.clear());
  /** As a browser does: with its cookies, from our own pages. */
  const browse = async (method: string, to: string, body?: unknown) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await call(method, to, { body, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^(\w+)=([^;]*)/.exec(set)!;
      if (/Max-Age=0;/.test(set)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    return answer;
  };
  const handOver = (token: string) => browse('POST', '/api/auth/session', { token });
  const stop = () => browse('DELETE', '/api/auth/session?as=ambassador');

  it('6.1 tells whose portal it is, by whom, and until when', async () => {
    const own = await open(ada, 'session');
    const look = await open(ada, 'look');
    const mine = await call('GET', path, { token: own.token });
    const ambassador = { id: ada, name: 'Ada Lovelace' };
    expect(mine.body).toEqual({ expiresAt: own.expiresAt, lookedBy: null, ambassador });
    expect(mine.headers.get('cache-control')).toBe('no-store');
    const seen = portalSession.parse((await call('GET', path, { token: look.token })).body);
    expect(seen).toEqual({ expiresAt: look.expiresAt, lookedBy: expect.stringMatching(/./), ambassador });
    expect((await call('GET', path)).status).toBe(401);
    expect((await call('GET', path, { token: key })).status).toBe(401);
  });

  it('6.1 an exchanged look is a look too: same end, reads alone, ends with what it was made from', async () => {
    const look = await open(ada, 'look');
    const handed = await handOver(look.token);
    expect(handed.status).toBe(201);
    expect(Object.keys(handed.body).sort()).toEqual(['as', 'expiresAt', 'token']);
    expect(handed.body.expiresAt).toBe(look.expiresAt);
    expect([...jar.keys()]).toEqual(['cairn_look']);
    expect(jar.get('cairn_look')).not.toBe(look.token);
    expect((await browse('GET', path)).body.lookedBy).toBe(
      (await call('GET', path, { token: look.token })).body.lookedBy,
    );
    for (const [method, to] of [
      ['POST', 'submissions'],
      ['PUT', `submissions/${newId()}`],
      ['POST', `campaigns/${newId()}/join`],
      ['POST', `rewards/${newId()}/claim`],
    ] as const) {
      const refused = await browse(method, `/api/portal/v1/${to}`, {});
      expect([to, refused.status, refused.body.code]).toEqual([to, 403, 'read_only']);
    }
    // Exchanged once more it is no more than it was.
    const again = await handOver(handed.body.token);
    expect(again.body.expiresAt).toBe(look.expiresAt);
    expect((await browse('POST', '/api/portal/v1/submissions', {})).body.code).toBe('read_only');
    expect((await call('DELETE', '/api/auth/session', { token: look.token })).status).toBe(204);
    expect((await browse('GET', path)).status).toBe(401);
    expect((await handOver(look.token)).body.code).toBe('link_used');
  });

  it('6.1 goes before an own session in the same browser, and leaves it as it was', async () => {
    await handOver((await open(bea, 'session')).token);
    await handOver((await open(ada, 'look')).token);
    expect((await browse('GET', path)).body).toMatchObject({ ambassador: { id: ada } });
    expect((await stop()).status).toBe(204);
    expect([...jar.keys()]).toEqual(['cairn_session']);
    expect((await browse('GET', path)).body).toMatchObject({ ambassador: { id: bea }, lookedBy: null });
    // Whom one looked at is not signed out, and who signs in themselves looks no longer.
    await handOver((await open(ada, 'look')).token);
    await handOver((await open(bea, 'session')).token);
    expect([...jar.keys()]).toEqual(['cairn_session']);
    expect((await browse('GET', path)).body).toMatchObject({ ambassador: { id: bea }, lookedBy: null });
  });

  it('6.1 looking at the next one takes the place of the last', async () => {
    await handOver((await open(ada, 'look')).token);
    await handOver((await open(bea, 'look')).token);
    expect((await browse('GET', path)).body).toMatchObject({ ambassador: { id: bea } });
    await stop();
    expect((await browse('GET', path)).status).toBe(401);
  });
});
