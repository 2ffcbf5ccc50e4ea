import type { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { applyAmbassadors } from '../../../app/read-model/apply-catalog.js';
import { testBrand } from '../../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../../testing/database.js';
import { eventsOf } from '../../../testing/events.js';
import { httpClient } from '../../../testing/http-client.js';
import { type OtherServices, otherServices } from '../../../testing/other-services.js';
import { platformToken, portalApp } from '../../../testing/portal-app.js';

describe('Idempotency-Key', () => {
  let database: TestDatabase;
  let others: OtherServices;
  let app: NestFastifyApplication;
  let runner: DueWorkRunner;
  let call: ReturnType<typeof httpClient>;

  beforeAll(async () => {
    database = await testDatabase();
    others = await otherServices();
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

  const brand = () => testBrand(database.db);
  const once = (key: string) => ({ headers: { 'idempotency-key': key } });
  const rows = (table: string) => onPool(database.db).query(`SELECT * FROM ${table}`);

  it('makes one brand, and shows its key again that is kept nowhere in the clear', async () => {
    const body = { name: `Brand ${newId()}`, timezone: 'Europe/London', currency: 'GBP' };
    const owner = { name: 'Olga', email: 'olga@example.com' };
    const ask = { token: platformToken, body: { ...body, owner }, ...once('brand-1') };
    const first = await call('POST', '/api/v1/brands', ask);
    expect(first.status).toBe(201);
    const reordered = { ...ask, body: { owner, ...body } };
    for (const again of [ask, reordered]) {
      expect(await call('POST', '/api/v1/brands', again)).toMatchObject({ status: 201, body: first.body });
    }
    const made = await onPool(database.db).query('SELECT id FROM brands WHERE name = $1', [body.name]);
    expect(made).toEqual([{ id: first.body.id }]);
    const other = await call('POST', '/api/v1/brands', { ...ask, body });
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
    for (const table of ['idempotent_answers', 'api_keys', 'outbox', 'due_work']) {
      const kept = (await rows(table)).map(row =>
        Object.values(row).map(value => (Buffer.isBuffer(value) ? value.toString('latin1') : value)),
      );
      expect(JSON.stringify(kept)).not.toContain(first.body.apiKey);
    }
  });

  it('makes one key, also of calls at once', async () => {
    const { apiKey } = await brand();
    const ask = { token: apiKey, body: { name: 'CI', scopes: ['events:write'] }, ...once('key-1') };
    const answers = await Promise.all(Array.from({ length: 6 }, () => call('POST', '/api/v1/keys', ask)));
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.key)).size).toBe(1);
    for (const { status, body } of answers) if (status !== 201) expect(body.code).toBe('in_progress');
    expect((await call('POST', '/api/v1/keys', ask)).body).toEqual(made[0]?.body);
    expect((await call('GET', '/api/v1/keys', { token: apiKey })).body.items).toHaveLength(2);
  });

  it('is the brand’s own, and the route’s', async () => {
    const [one, two] = [await brand(), await brand()];
    const body = { name: 'CI', scopes: ['events:write'] };
    const first = await call('POST', '/api/v1/keys', { token: one.apiKey, body, ...once('same') });
    const second = await call('POST', '/api/v1/keys', { token: two.apiKey, body, ...once('same') });
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
    const member = { name: 'Max', email: 'max@example.com', role: 'viewer' };
    const third = await call('POST', '/api/v1/members', {
      token: one.apiKey,
      body: member,
      ...once('same'),
    });
    expect(third).toMatchObject({ status: 201, body: { email: 'max@example.com' } });
  });

  it('opens one session', async () => {
    const { id, apiKey } = await brand();
    const ada = newId();
    await inTransaction(database.db, sql => applyAmbassadors(sql, [eventsOf(id).ambassador(ada, 1)]));
    const ask = { token: apiKey, ...once('session-1') };
    const first = await call('POST', `/api/v1/ambassadors/${ada}/session`, ask);
    expect(first.status).toBe(201);
    expect((await call('POST', `/api/v1/ambassadors/${ada}/session`, ask)).body).toEqual(first.body);
    const sessions = await onPool(database.db).query('SELECT hash FROM sessions WHERE ambassador_id = $1', [
      ada,
    ]);
    expect(sessions).toHaveLength(1);
  });

  it('stores no refusal', async () => {
    const { apiKey } = await brand();
    const body = { name: 'Max', email: 'max@example.com', role: 'viewer' };
    const made = await call('POST', '/api/v1/members', { token: apiKey, body });
    const ask = { token: apiKey, body, ...once('member-1') };
    expect((await call('POST', '/api/v1/members', ask)).body.code).toBe('duplicate_member');
    expect((await call('DELETE', `/api/v1/members/${made.body.id}`, { token: apiKey })).status).toBe(204);
    expect((await call('POST', '/api/v1/members', ask)).status).toBe(201);
  });

  it('travels to whoever owns the command, but not with a streamed body', async () => {
    const { id, apiKey } = await brand();
    const callerOf = (path: string) =>
      JSON.parse(
        Buffer.from(
          String(others.asked.findLast(one => one.url === path)?.headers['x-cairn-caller']),
          'base64url',
        ).toString(),
      );
    others.answers.set('POST /internal/programs', { body: { id: newId() }, mark: null });
    const body = { name: 'Friends', category: 'referral' };
    await call('POST', '/api/v1/programs', { token: apiKey, body, ...once('program-1') });
    expect(callerOf('/internal/programs')).toMatchObject({
      brandId: id,
      once: { key: 'program-1', route: 'POST /api/v1/programs', bodyHash: expect.any(String) },
    });
    others.answers.set('POST /internal/ambassadors/import', {
      body: { created: 1, updated: 0, rejected: [] },
      mark: null,
    });
    await call('POST', '/api/v1/ambassadors/import', {
      token: apiKey,
      body: '{"name":"A"}',
      headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': 'import-1' },
    });
    expect(callerOf('/internal/ambassadors/import')).not.toHaveProperty('once');
  });

  it('is refused where it is no key, and means nothing on what only reads', async () => {
    const { apiKey } = await brand();
    const odd = await call('POST', '/api/v1/keys', { token: apiKey, body: {}, ...once(' ') });
    expect(odd).toMatchObject({ status: 400, body: { errors: [{ path: 'Idempotency-Key' }] } });
    const long = await call('POST', '/api/v1/keys', { token: apiKey, body: {}, ...once('x'.repeat(201)) });
    expect(long.status).toBe(400);
    expect((await call('GET', '/api/v1/me', { token: apiKey, ...once('read') })).status).toBe(200);
  });
});
