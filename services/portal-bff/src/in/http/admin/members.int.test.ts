import { me } from '@cairn/contracts/http/member';
import type { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { applyAmbassadors } from '../../../app/read-model/apply-catalog.js';
import { testBrand } from '../../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../../testing/database.js';
import { eventsOf } from '../../../testing/events.js';
import { httpClient } from '../../../testing/http-client.js';
import { type OtherServices, otherServices } from '../../../testing/other-services.js';
import { portalApp } from '../../../testing/portal-app.js';

interface Mail {
  as: string;
  ambassadorId: string | null;
  email: string;
  accent: string | null;
  url: string;
}

describe('members and their sign-in', () => {
  let database: TestDatabase;
  let others: OtherServices;
  let app: NestFastifyApplication;
  let runner: DueWorkRunner;
  let call: ReturnType<typeof httpClient>;
  let brand: { id: string; slug: string; apiKey: string };

  beforeAll(async () => {
    database = await testDatabase();
    others = await otherServices();
    others.answers.set('POST /internal/messages/sign-in', {});
    let url: string;
    ({ app, url, runner } = await portalApp(database, others.url));
    call = httpClient(url);
  });
  afterAll(async () => {
    await runner.stop();
    await app.close();
    await others.close();
    await database.drop();
  });
  beforeEach(async () => {
    others.asked.length = 0;
    const owner = { name: 'Olga', email: 'Olga@Example.com' };
    brand = await testBrand(database.db, { owner, accent: '#7a4d2b' });
  });

  const mails = () =>
    others.asked.filter(one => one.url === '/internal/messages/sign-in').map(one => one.body as Mail);
  const tokenOf = (mail: Mail) => new URL(mail.url).searchParams.get('token') ?? '';
  const ask = (email: string, as?: string, slug = brand.slug) =>
    call('POST', '/api/auth/magic-link', { body: { email, brand: slug, as } });
  const signIn = async (email: string) => {
    const before = mails().length;
    expect((await ask(email, 'admin')).status).toBe(202);
    const mail = await until('the mail', () => mails()[before]);
    const signedIn = await call('POST', '/api/auth/session', { body: { token: tokenOf(mail) } });
    expect(signedIn).toMatchObject({ status: 201, body: { as: 'admin' } });
    return signedIn;
  };
  const member = async (role: string, email = `${role}@example.com`) => {
    const body = { name: `The ${role}`, email, role };
    const made = await call('POST', '/api/v1/members', { token: brand.apiKey, body });
    expect(made.status).toBe(201);
    return made.body as { id: string };
  };
  const as = async (role: string) => {
    await member(role);
    return (await signIn(`${role}@example.com`)).body.token as string;
  };

  it('6.1 signs the first owner in, by a link to the admin UI, by cookie from its own pages', async () => {
    const signedIn = await signIn(' olga@example.COM'.trim());
    const [mail] = mails();
    expect(mail).toMatchObject({ as: 'admin', ambassadorId: null, email: 'olga@example.com' });
    expect(mail).toMatchObject({ accent: '#7a4d2b' });
    expect(mail?.url).toMatch(/^http:\/\/localhost:3000\/admin\/sign-in\?token=cl_[\w-]{43}&brand=/);
    const set = signedIn.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^cairn_admin=cs_[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
    const cookie = { cookie: `cairn_session=cs_other; ${set.split(';')[0]}` };
    const own = { ...cookie, 'sec-fetch-site': 'same-origin' };
    const shown = await call('GET', '/api/v1/me', { headers: cookie });
    expect(me.parse(shown.body)).toEqual({
      brand: { id: brand.id, name: 'Rosewood', slug: brand.slug, accent: '#7a4d2b' },
      kind: 'admin',
      name: 'Olga',
      email: 'olga@example.com',
      role: 'owner',
      can: ['read', 'write', 'fulfil', 'members'],
    });
    const key = { name: 'CI', scopes: ['admin:read'] };
    const foreign = await call('POST', '/api/v1/keys', { headers: cookie, body: key });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await call('POST', '/api/v1/keys', { headers: own, body: key })).status).toBe(201);
    expect((await call('DELETE', '/api/auth/session?as=admin', { headers: cookie })).status).toBe(403);
    const out = await call('DELETE', '/api/auth/session?as=admin', { headers: own });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^cairn_admin=; Path=\/; Max-Age=0/);
    expect((await call('GET', '/api/v1/me', { headers: cookie })).status).toBe(401);
  });

  it('6.1 lets each role do what is its own, and says what would be enough', async () => {
    const cases = [
      ['viewer', 200, 403, 403, 403],
      ['reviewer', 200, 403, 403, 403],
      ['manager', 200, 200, 403, 403],
      ['owner', 200, 200, 200, 201],
    ] as const;
    for (const [role, reads, writes, sees, adds] of cases) {
      const token = await as(role);
      const seen = await call('GET', '/api/v1/brand', { token });
      const write = await call('PATCH', '/api/v1/brand', { token, body: { accent: '#123456' } });
      const list = await call('GET', '/api/v1/members', { token });
      const key = { name: 'k', scopes: ['admin:read'] };
      const add = await call('POST', '/api/v1/keys', { token, body: key });
      expect([role, seen.status, write.status, list.status, add.status]).toEqual([
        role,
        reads,
        writes,
        sees,
        adds,
      ]);
      if (writes === 403) {
        const detail = `This takes the role manager, and yours is ${role}: ask an owner of the brand to change it.`;
        expect(write.body).toMatchObject({ code: 'forbidden', detail });
      }
    }
    const changed = await onPool(database.db).query<{ value: string }>(
      `SELECT value FROM outbox WHERE topic = 'cairn.audit.v1' AND key = $1 AND value LIKE '%brand.update%' ORDER BY id`,
      [brand.id],
    );
    const actor = JSON.parse(changed[0]?.value ?? '').data.actor;
    expect(actor).toMatchObject({ kind: 'admin', id: expect.any(String) });
  });

  it('6.1 answers /me for a key by its scopes', async () => {
    const body = { name: 'Reader', scopes: ['admin:read'] };
    const reader = (await call('POST', '/api/v1/keys', { token: brand.apiKey, body })).body.key;
    const shown = me.parse((await call('GET', '/api/v1/me', { token: reader })).body);
    expect(shown).toMatchObject({ kind: 'api_key', name: 'Reader', email: null, role: null, can: ['read'] });
    expect((await call('GET', '/api/v1/members', { token: reader })).status).toBe(403);
    const all = me.parse((await call('GET', '/api/v1/me', { token: brand.apiKey })).body);
    expect(all.can).toEqual(['read', 'write', 'fulfil', 'members']);
  });

  it('keeps members: one an address, newest first, and each change in the audit log', async () => {
    const made = await member('viewer', 'Max@Example.com');
    const twice = { name: 'Max', email: 'max@example.COM', role: 'owner' };
    const refused = await call('POST', '/api/v1/members', { token: brand.apiKey, body: twice });
    expect(refused).toMatchObject({ status: 409, body: { code: 'duplicate_member' } });
    const path = `/api/v1/members/${made.id}`;
    const changed = await call('PATCH', path, { token: brand.apiKey, body: { role: 'manager' } });
    expect(changed).toMatchObject({ status: 200, body: { email: 'max@example.com', role: 'manager' } });
    const list = await call('GET', '/api/v1/members?limit=1', { token: brand.apiKey });
    expect(list.body.items).toMatchObject([{ id: made.id, role: 'manager', name: 'The viewer' }]);
    const rest = await call('GET', `/api/v1/members?cursor=${list.body.nextCursor}`, {
      token: brand.apiKey,
    });
    expect(rest.body).toMatchObject({
      items: [{ email: 'olga@example.com', role: 'owner' }],
      nextCursor: null,
    });
    expect((await call('DELETE', path, { token: brand.apiKey })).status).toBe(204);
    expect((await call('DELETE', path, { token: brand.apiKey })).status).toBe(404);
    const audited = await onPool(database.db).query<{ action: string }>(
      `SELECT value::jsonb -> 'data' ->> 'action' AS action FROM outbox
       WHERE topic = 'cairn.audit.v1' AND key = $1 ORDER BY id`,
      [brand.id],
    );
    expect(audited.map(row => row.action)).toEqual([
      'brand.create',
      'member.create',
      'member.create',
      'member.update',
      'member.remove',
    ]);
  });

  it('6.1 leaves a brand that has owners one of them, also when two leave at once', async () => {
    const [olga] = (await call('GET', '/api/v1/members', { token: brand.apiKey })).body.items;
    const path = `/api/v1/members/${olga.id}`;
    const demote = { token: brand.apiKey, body: { role: 'manager' } };
    expect(await call('PATCH', path, demote)).toMatchObject({ status: 409, body: { code: 'last_owner' } });
    expect(await call('DELETE', path, { token: brand.apiKey })).toMatchObject({
      status: 409,
      body: { code: 'last_owner', detail: expect.stringContaining('Olga') },
    });
    expect(
      (await call('PATCH', path, { token: brand.apiKey, body: { name: 'Olga O.', role: 'owner' } })).status,
    ).toBe(200);
    const second = await member('owner', 'second@example.com');
    const left = await Promise.all([
      call('DELETE', path, { token: brand.apiKey }),
      call('PATCH', `/api/v1/members/${second.id}`, demote),
    ]);
    expect(left.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
      Math.min(left[0].status, left[1].status),
      409,
    ]);
    const owners = await onPool(database.db).query(
      `SELECT id FROM members WHERE brand_id = $1 AND role = 'owner'`,
      [brand.id],
    );
    expect(owners).toHaveLength(1);
  });

  it('6.1 ends the sessions and links of a member who goes, and a role holds at once', async () => {
    const { id } = await member('manager', 'max@example.com');
    const { body } = await signIn('max@example.com');
    const handed = await call('POST', '/api/auth/session', { body: { token: body.token } });
    expect(handed.body.as).toBe('admin');
    const role = { token: brand.apiKey, body: { role: 'viewer' } };
    await call('PATCH', `/api/v1/members/${id}`, role);
    expect((await call('GET', '/api/v1/me', { token: handed.body.token })).body.role).toBe('viewer');
    await ask('max@example.com', 'admin');
    const unused = await until('the second mail', () => mails()[1]);
    await call('DELETE', `/api/v1/members/${id}`, { token: brand.apiKey });
    for (const { token } of [body, handed.body]) {
      expect((await call('GET', '/api/v1/me', { token })).status).toBe(401);
    }
    const late = await call('POST', '/api/auth/session', { body: { token: tokenOf(unused) } });
    expect(late).toMatchObject({ status: 401, body: { code: 'link_used' } });
  });

  it('6.1 ends a look with the session of the admin who looks', async () => {
    const ada = newId();
    const joined = eventsOf(brand.id).ambassador(ada, 1, { name: 'Ada', email: 'ada@example.com' });
    await inTransaction(database.db, sql => applyAmbassadors(sql, [joined]));
    const { id } = await member('viewer', 'max@example.com');
    const look = async (token: string) => {
      const opened = await call('POST', `/api/v1/ambassadors/${ada}/look`, { token });
      expect(opened.status).toBe(201);
      const handed = await call('POST', '/api/auth/session', { body: { token: opened.body.token } });
      return handed.body.token as string;
    };
    const seen = async (token: string) => (await call('GET', '/api/portal/v1/session', { token })).status;

    const first = (await signIn('max@example.com')).body.token;
    const [ofFirst, ofKey] = [await look(first), await look(brand.apiKey)];
    const second = (await signIn('max@example.com')).body.token;
    const ofSecond = await look(second);
    expect((await call('DELETE', '/api/auth/session', { token: first })).status).toBe(204);
    expect(await Promise.all([ofFirst, ofSecond, ofKey].map(seen))).toEqual([401, 200, 200]);
    expect((await call('DELETE', `/api/v1/members/${id}`, { token: brand.apiKey })).status).toBe(204);
    expect(await Promise.all([ofFirst, ofSecond, ofKey].map(seen))).toEqual([401, 401, 200]);
  });

  it('6.2 does not know another brand’s members, and opens nothing but the brand that was named', async () => {
    const other = await testBrand(database.db, { owner: { name: 'Eve', email: 'olga@example.com' } });
    const [olga] = (await call('GET', '/api/v1/members', { token: brand.apiKey })).body.items;
    const path = `/api/v1/members/${olga.id}`;
    const change = { token: other.apiKey, body: { name: 'x' } };
    expect((await call('PATCH', path, change)).status).toBe(404);
    expect((await call('DELETE', path, { token: other.apiKey })).status).toBe(404);
    expect((await call('DELETE', '/api/v1/members/7', { token: other.apiKey })).status).toBe(404);
    const { token } = (await signIn('olga@example.com')).body;
    expect((await call('GET', '/api/v1/me', { token })).body.brand.id).toBe(brand.id);
  });

  it('keeps admins out of the portal and ambassadors out of the admin API', async () => {
    const ada = newId();
    const events = eventsOf(brand.id);
    const joined = events.ambassador(ada, 1, { email: 'olga@example.com' });
    await inTransaction(database.db, sql => applyAmbassadors(sql, [joined]));
    const admin = (await signIn('olga@example.com')).body.token;
    expect((await call('GET', '/api/portal/v1/home', { token: admin })).status).toBe(401);
    await ask('olga@example.com');
    const mail = await until('the ambassador’s mail', () => mails()[1]);
    expect(mail).toMatchObject({ as: 'ambassador', ambassadorId: ada });
    const both = await call('POST', '/api/auth/session', { body: { token: tokenOf(mail) } });
    expect(both.body.as).toBe('ambassador');
    expect((await call('GET', '/api/v1/me', { token: both.body.token })).status).toBe(401);
    const cookie = `cairn_session=${both.body.token}; cairn_admin=${admin}`;
    const own = { cookie, 'sec-fetch-site': 'same-origin' };
    expect((await call('DELETE', '/api/auth/session?as=admin', { headers: own })).status).toBe(204);
    expect((await call('GET', '/api/portal/v1/home', { headers: own })).status).toBe(200);
    expect((await call('DELETE', '/api/auth/session', { headers: own })).status).toBe(204);
    expect((await call('GET', '/api/portal/v1/home', { headers: own })).status).toBe(401);
  });

  it('mails nothing to who is no member, and five links an hour to who is', async () => {
    await ask('nobody@example.com', 'admin');
    await ask('olga@example.com', 'admin', 'no-such-brand');
    for (let times = 0; times < 7; times++) await ask('olga@example.com', 'admin');
    const left = () => onPool(database.db).query(`SELECT key FROM due_work WHERE kind = 'sign-in-link'`);
    runner.wake();
    await until('all requests are worked off', async () => (await left()).length === 0);
    expect(mails().map(({ email }) => email)).toEqual(Array.from({ length: 5 }, () => 'olga@example.com'));
  });
});
