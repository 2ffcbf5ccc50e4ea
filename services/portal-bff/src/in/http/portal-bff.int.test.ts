import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { applyAmbassadors, applyPrograms } from '../../app/read-model/apply-catalog.js';
import { type TestDatabase, testDatabase } from '../../testing/database.js';
import { eventsOf } from '../../testing/events.js';
import { type OtherServices, otherServices } from '../../testing/other-services.js';
import { platformToken, portalApp } from '../../testing/portal-app.js';

describe('portal-bff over HTTP', () => {
  let database: TestDatabase;
  let others: OtherServices;
  let app: NestFastifyApplication;
  let runner: DueWorkRunner;
  let url: string;
  let webDir: string;

  beforeAll(async () => {
    webDir = mkdtempSync(join(tmpdir(), 'cairn-web-'));
    mkdirSync(join(webDir, 'assets'));
    writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>portal</title>');
    writeFileSync(join(webDir, 'admin.html'), '<!doctype html><title>admin</title>');
    writeFileSync(join(webDir, 'assets', 'index-1a2b3c.js'), 'export {};');
    database = await testDatabase();
    others = await otherServices();
    ({ app, url, runner } = await portalApp(database, others.url, { WEB_DIR: webDir }));
  });
  afterAll(async () => {
    await runner.stop();
    await app.close();
    await others.close();
    await database.drop();
    rmSync(webDir, { recursive: true });
  });

  const call = async (method: string, path: string, token?: string, body?: unknown, more = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more,
      },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body: json };
  };
  const brand = async () => {
    const asked = { name: `Brand ${newId()}`, timezone: 'Europe/London', currency: 'GBP' };
    const made = await call('POST', '/api/v1/brands', platformToken, asked);
    expect(made.status).toBe(201);
    return made.body as { id: string; slug: string; apiKey: string };
  };
  /** A brand with an ambassador in the read model. */
  const brandWithAda = async (email = 'ada@example.com') => {
    const made = await brand();
    const events = eventsOf(made.id);
    const ada = newId();
    await inTransaction(database.db, sql => applyAmbassadors(sql, [events.ambassador(ada, 1, { email })]));
    await inTransaction(database.db, sql => applyPrograms(sql, [events.program(1), events.series(2)]));
    return { ...made, ada };
  };

  it('makes a brand, whose key reads and changes it', async () => {
    const { apiKey, id } = await brand();
    expect((await call('GET', '/api/v1/brand', apiKey)).body).toMatchObject({ id, maxEventAgeDays: 400 });
    const changed = await call('PATCH', '/api/v1/brand', apiKey, { accent: '#123456' });
    expect(changed).toMatchObject({ status: 200, body: { accent: '#123456' } });
    expect(changed.body).not.toHaveProperty('settled');
    const bad = await call('PATCH', '/api/v1/brand', apiKey, { currency: 'EUR' });
    expect(bad).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  });

  it('answers 401, 403 and 404 as api.md says', async () => {
    const { apiKey } = await brand();
    const other = await brand();
    expect((await call('GET', '/api/v1/brand')).status).toBe(401);
    expect((await call('GET', '/api/v1/brand', 'ck_no')).body).toMatchObject({ code: 'unauthenticated' });
    expect((await call('POST', '/api/v1/brands', apiKey, {})).status).toBe(401);
    const reader = await call('POST', '/api/v1/keys', apiKey, { name: 'r', scopes: ['admin:read'] });
    expect((await call('GET', '/api/v1/keys', reader.body.key)).body.items).toHaveLength(2);
    const lesser = await call('POST', '/api/v1/keys', reader.body.key, { name: 'x', scopes: ['admin:read'] });
    expect(lesser).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await call('DELETE', `/api/v1/keys/${reader.body.id}`, other.apiKey)).status).toBe(404);
    expect((await call('DELETE', '/api/v1/keys/7', other.apiKey)).status).toBe(404);
    expect((await call('DELETE', `/api/v1/keys/${reader.body.id}`, apiKey)).status).toBe(200);
    expect((await call('GET', '/api/v1/keys', reader.body.key)).status).toBe(401);
    expect((await call('GET', '/api/v1/nothing', apiKey)).body).toMatchObject({ code: 'not_found' });
  });

  it('hides another brand’s ambassadors (6.2)', async () => {
    const { ada, apiKey } = await brandWithAda();
    const other = await brand();
    for (const path of ['balance', 'progress']) {
      expect((await call('GET', `/api/v1/ambassadors/${ada}/${path}`, apiKey)).status).toBe(200);
      expect((await call('GET', `/api/v1/ambassadors/${ada}/${path}`, other.apiKey)).status).toBe(404);
    }
    expect((await call('POST', `/api/v1/ambassadors/${ada}/session`, other.apiKey)).status).toBe(404);
  });

  it('hands calls on with the service token and the caller, and waits for the barrier', async () => {
    const { apiKey, id } = await brand();
    const program = newId();
    others.answers.set('POST /internal/programs', (_: unknown, reply: { status: (code: number) => void }) => {
      reply.status(201);
      return { body: { id: program }, mark: { stream: 'catalogEarning', version: 4 } };
    });
    const work = call('POST', '/api/v1/programs', apiKey, { name: 'Friends', category: 'referral' });
    const asked = await until('the call', () => others.asked.find(one => one.url === '/internal/programs'));
    expect(asked.headers.authorization).toBe('Bearer service-token-of-tests');
    expect(asked.body).toMatchObject({ name: 'Friends', holdDays: 0 });
    const caller = JSON.parse(Buffer.from(String(asked.headers['x-cairn-caller']), 'base64url').toString());
    expect(caller).toMatchObject({ brandId: id, actor: { kind: 'api_key' } });
    // This service's own copy of the stream decides here; it never comes, so the answer is 202 after five seconds.
    expect(await work).toMatchObject({ status: 202, body: { id: program, settled: false } });
  }, 15_000);

  it('passes a service’s problem on, and says when a service is away', async () => {
    const { apiKey } = await brand();
    others.answers.set(
      'POST /internal/ambassadors',
      (_: unknown, reply: { status: (code: number) => void }) => {
        reply.status(409);
        return {
          type: 'x',
          title: 'Conflict',
          status: 409,
          code: 'duplicate_email',
          detail: 'Somebody has it.',
        };
      },
    );
    const ambassador = { name: 'Ada', email: 'ada@example.com', programId: newId() };
    expect(await call('POST', '/api/v1/ambassadors', apiKey, ambassador)).toMatchObject({
      status: 409,
      body: { code: 'duplicate_email', detail: 'Somebody has it.' },
    });
    const away = await portalApp(database, 'http://127.0.0.1:1');
    const headers = { authorization: `Bearer ${apiKey}` };
    const shops = await fetch(`${away.url}/api/v1/shops`, { headers });
    expect(shops.status).toBe(503);
    expect(await shops.json()).toMatchObject({
      code: 'unavailable',
      detail: expect.stringContaining('rewards'),
    });
    await away.app.close();
  });

  it('takes the brand’s ETag back: a second change of the same state is 412', async () => {
    const { apiKey } = await brand();
    const etag = (await call('GET', '/api/v1/brand', apiKey)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const change = (accent: string, ifMatch: string) =>
      call('PATCH', '/api/v1/brand', apiKey, { accent }, { 'if-match': ifMatch });
    const both = await Promise.all([change('#111111', etag), change('#222222', etag)]);
    expect(both.map(answer => answer.status).sort()).toEqual([200, 412]);
    const [taken, refused] = both.sort((a, b) => a.status - b.status);
    expect(refused!.headers.get('content-type')).toContain('application/problem+json');
    expect(refused!.body).toMatchObject({ code: 'stale', detail: expect.stringContaining('read it again') });
    const read = await call('GET', '/api/v1/brand', apiKey);
    expect(read.headers.get('etag')).toBe(taken!.headers.get('etag'));
    expect(read.body.accent).toBe(taken!.body.accent);
    const trustRule = { withinDays: 90, approved: 3 };
    const nested = { trustRule, disclosureTags: ['#ad'] };
    const saved = await call('PATCH', '/api/v1/brand', apiKey, nested, {
      'if-match': read.headers.get('etag'),
    });
    expect(saved.status).toBe(200);
    expect((await change('#333333', saved.headers.get('etag') ?? '')).status).toBe(200);
    expect((await change('#444444', '*')).status).toBe(200);
    for (const odd of ['W/"x"', 'x', '"x"']) expect((await change('#555555', odd)).status).toBe(412);
  });

  it('hands If-Match on, and the service’s ETag back', async () => {
    const { apiKey } = await brand();
    const id = newId();
    const answers = (body: object) => (request: FastifyRequest, reply: FastifyReply) => {
      if (request.headers['if-match'] === '"3"') {
        void reply.status(412);
        return {
          type: 'x',
          title: 'Precondition Failed',
          status: 412,
          code: 'stale',
          detail: 'Read it again.',
        };
      }
      void reply.header('etag', '"4"');
      return body;
    };
    const command = { body: { id }, mark: null };
    for (const kind of ['series', 'ambassadors']) {
      others.answers.set(`GET /internal/${kind}/${id}`, answers(kind === 'series' ? draftOf(id) : { id }));
      const read = await call('GET', `/api/v1/${kind}/${id}`, apiKey);
      expect([kind, read.status, read.headers.get('etag')]).toEqual([kind, 200, '"4"']);
    }
    for (const [method, path, body] of [
      ['PATCH', `series/${id}`, { name: 'Rise' }],
      ['POST', `series/${id}/publish`, {}],
      ['PATCH', `ambassadors/${id}`, { name: 'Ada' }],
      ['PATCH', `programs/${id}`, { name: 'Friends' }],
    ] as const) {
      others.answers.set(`${method} /internal/${path}`, answers(command));
      const change = (headers: object) => call(method, `/api/v1/${path}`, apiKey, body, headers);
      const stale = await change({ 'if-match': '"3"' });
      expect([path, stale.status, stale.body.code]).toEqual([path, 412, 'stale']);
      const made = await change({ 'if-match': '"4"' });
      expect([path, made.status, made.headers.get('etag')]).toEqual([path, 200, '"4"']);
      expect((await change({})).status).toBe(200);
      expect(others.asked.at(-1)?.headers).not.toHaveProperty('if-match');
    }
  });

  it('imports NDJSON and CSV in slices', async () => {
    const { apiKey } = await brand();
    others.answers.set('POST /internal/ambassadors/import', (request: { body: { items: unknown[] } }) => ({
      body: { created: request.body.items.length, updated: 0, rejected: [] },
      mark: { stream: 'catalogAmbassadors', version: 9_999 },
    }));
    const line = (n: number) => JSON.stringify({ name: 'A', email: `a${n}@example.com`, programId: newId() });
    const ndjson = Array.from({ length: 1_200 }, (_, n) => (n === 700 ? '{oops' : line(n))).join('\n');
    const type = { 'content-type': 'application/x-ndjson' };
    expect(await call('POST', '/api/v1/ambassadors/import', apiKey, ndjson, type)).toMatchObject({
      status: 200,
      body: { created: 1_199, updated: 0, rejected: [{ index: 700, code: 'invalid_json' }] },
    });
    const csv = { 'content-type': 'text/csv; charset=utf-8' };
    const rows = 'name,email\nA,a@example.com\nB,b@example.com,oops\n';
    expect(await call('POST', '/api/v1/ambassadors/import', apiKey, rows, csv)).toMatchObject({
      status: 200,
      body: { created: 1, rejected: [{ index: 1, code: 'invalid_csv' }] },
    });
    expect((await call('POST', '/api/v1/ambassadors/import', apiKey, {})).status).toBe(415);
  });

  it.each([
    ['application/x-ndjson', '{"name":"A","trust":"trusted"}\n{"name":"B"}\n{"name":"C","trust":"blind"}'],
    ['text/csv', 'name,trust\nA,trusted\nB,\nC,blind'],
  ])('1.5 imports trust, of %s', async (type, lines) => {
    const { apiKey } = await brand();
    const ids = [newId(), newId()];
    const trusts: unknown[] = [];
    others.answers.set('POST /internal/ambassadors/import', (request: { body: { items: unknown[] } }) => {
      expect(request.body.items).toEqual([{ name: 'A' }, { name: 'B' }]);
      return { body: { created: 2, updated: 0, rejected: [], ambassadorIds: ids }, mark: null };
    });
    others.answers.set('PUT /internal/trusts', (request: { body: { items: unknown[] } }) => {
      trusts.push(...request.body.items);
      return { body: {}, mark: null };
    });
    const answer = await call('POST', '/api/v1/ambassadors/import', apiKey, lines, { 'content-type': type });
    expect(answer.body).toMatchObject({
      created: 2,
      rejected: [{ index: 2, code: 'invalid_input', errors: [{ path: 'trust' }] }],
    });
    expect(answer.body).not.toHaveProperty('ambassadorIds');
    expect(trusts).toEqual([{ ambassadorId: ids[0], trust: 'trusted' }]);
  });

  it('signs in by a mailed link, by cookie, from our own pages', async () => {
    const { slug, ada } = await brandWithAda();
    others.answers.set('POST /internal/messages/sign-in', {});
    for (const email of ['eve@example.com', 'ADA@example.com']) {
      const asked = await call('POST', '/api/auth/magic-link', undefined, { email, brand: slug });
      expect(asked).toMatchObject({ status: 202, body: {} });
    }
    expect(
      (await call('POST', '/api/auth/magic-link', undefined, { email: 'a@b.io', brand: 'no' })).status,
    ).toBe(202);
    runner.wake();
    const mailed = await until('the mail', () =>
      others.asked.find(one => one.url === '/internal/messages/sign-in'),
    );
    expect(mailed.body).toMatchObject({ ambassadorId: ada, email: 'ada@example.com' });
    expect(mailed.body).toHaveProperty('cause');
    const token = new URL((mailed.body as { url: string }).url).searchParams.get('token');
    const cross = { 'sec-fetch-site': 'cross-site' };
    expect((await call('POST', '/api/auth/session', undefined, { token }, cross)).status).toBe(403);
    const signedIn = await call('POST', '/api/auth/session', undefined, { token });
    expect(signedIn.status).toBe(201);
    const setCookie = signedIn.headers.get('set-cookie') ?? '';
    expect(setCookie).toMatch(
      /^cairn_session=cs_[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax, cairn_look=; Path=\/; Max-Age=0;/,
    );
    const again = await call('POST', '/api/auth/session', undefined, { token });
    expect(again).toMatchObject({ status: 401, body: { code: 'link_used' } });
    const cookie = { cookie: `a=b; ${setCookie.split(';')[0]}` };
    const home = await call('GET', '/api/portal/v1/home', undefined, undefined, cookie);
    expect(home.body).toMatchObject({ ambassador: { id: ada }, brand: { slug }, series: { name: 'Climb' } });
    expect((await call('GET', '/api/portal/v1/home', signedIn.body.token)).status).toBe(200);
    expect((await call('DELETE', '/api/auth/session', undefined, undefined, cookie)).status).toBe(403);
    const own = { ...cookie, 'sec-fetch-site': 'same-origin' };
    const out = await call('DELETE', '/api/auth/session', undefined, undefined, own);
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toContain('cairn_session=; Path=/; Max-Age=0');
    expect((await call('GET', '/api/portal/v1/home', undefined, undefined, cookie)).status).toBe(401);
  });

  it('tells everybody a brand’s name, and nothing else', async () => {
    const { slug } = await brand();
    const shown = await call('GET', `/api/portal/v1/brands/${slug}`);
    expect(Object.keys(shown.body)).toEqual(['name', 'slug', 'accent']);
    expect((await call('GET', '/api/portal/v1/brands/nobody')).status).toBe(404);
  });

  it('serves the web: the page for its paths, hashed files for good, and no page in the API’s place', async () => {
    const pages = [
      ...['/', '/sign-in', '/auth?token=x', '/administrators', '/index.html'].map(path => [path, 'portal']),
      ...['/admin', '/admin/', '/admin/sign-in?token=x', '/admin.html'].map(path => [path, 'admin']),
      [`/admin/series/${newId()}`, 'admin'],
    ] as const;
    for (const [path, ui] of pages) {
      const page = await call('GET', path ?? '');
      expect(page).toMatchObject({ status: 200, body: expect.stringContaining(`<title>${ui}`) });
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(page.headers.get('cache-control')).toBe('no-cache');
    }
    const asset = await call('GET', '/assets/index-1a2b3c.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toContain('javascript');
    const missing = await call('GET', '/assets/gone.js');
    expect(missing).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(missing.headers.get('cache-control')).toBeNull();
    expect((await call('GET', '/api/nothing')).body).toMatchObject({ code: 'not_found' });
    expect((await call('GET', '/assets/..%2f..%2fpackage.json')).status).toBe(404);
  });
});

/** A draft that promises nothing, as milestones shows it. */
function draftOf(id: string) {
  const at = '2026-11-01T10:00:00.000Z';
  const period = { startsAt: null, endsAt: null, createdAt: at, updatedAt: at };
  const words = { name: 'Climb', category: 'referral', completion: { kind: 'stay' } };
  return { id, status: 'draft', version: 0, programIds: [], tiers: [], revision: 4, ...words, ...period };
}
