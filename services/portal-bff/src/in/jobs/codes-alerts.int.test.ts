import type { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { newId } from '@cairn/service-kit/events/derive';
import { callerHeader } from '@cairn/service-kit/http/caller';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codesAlertWork } from '../../app/codes-alerts/alert-of-empty-pools.js';
import { applyGrants } from '../../app/read-model/apply-grants.js';
import { insertMember } from '../../out/postgres/members.js';
import { testBrand } from '../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../testing/database.js';
import { eventsOf } from '../../testing/events.js';
import { type OtherServices, otherServices } from '../../testing/other-services.js';
import { portalApp } from '../../testing/portal-app.js';

const pools = 'GET /internal/code-pools';
const morning = new Date('2026-11-20T09:00:00.000Z');
const tomorrow = new Date('2026-11-21T00:00:00.000Z');

describe('4.3 the alert of an empty code pool', () => {
  let database: TestDatabase;
  let others: OtherServices;
  let app: NestFastifyApplication;
  let runner: DueWorkRunner;
  let events: ReturnType<typeof eventsOf>;
  let poolId: string;
  const ada = newId();

  beforeAll(async () => {
    database = await testDatabase();
    others = await otherServices();
    others.answers.set('POST /internal/messages/codes-needed', {});
    ({ app, runner } = await portalApp(database, others.url));
  });
  afterAll(async () => {
    await runner.stop();
    await app.close();
    await others.close();
    await database.drop();
  });
  beforeEach(async () => {
    others.asked.length = 0;
    poolId = newId();
    const [first, second] = [page([pool(newId(), 'Other')], 'next'), page([pool(poolId, 'Spa days')], null)];
    others.answers.set(pools, ({ url }: FastifyRequest) => (url.includes('cursor=next') ? second : first));
    await brandWith({ name: 'Olga', email: 'olga@example.com' });
  });

  const pool = (id: string, name: string) => ({
    id,
    name,
    left: 0,
    lowAt: 0,
    waiting: 1,
    createdAt: morning.toISOString(),
  });
  const page = (items: unknown[], nextCursor: string | null) => ({ items, nextCursor });
  const brandWith = async (owner?: { name: string; email: string }) => {
    const brand = await testBrand(database.db, { accent: '#7a4d2b', ...(owner && { owner }) });
    events = eventsOf(brand.id);
  };
  const member = (role: 'manager' | 'viewer') =>
    insertMember(onPool(database.db), {
      id: newId(),
      brandId: events.brandId,
      name: `The ${role}`,
      email: `${role}@example.com`,
      role,
      createdAt: morning.toISOString(),
    });
  const grant = (place: number, version: number, status: 'pending' | 'waiting_for_codes' | 'issued') =>
    events.grant(newId(), place, version, status, {
      type: 'discount_code',
      source: 'pool',
      poolId,
      percent: 10,
    });
  const apply = (at: Date, ...of: ReturnType<typeof grant>[]) =>
    inTransaction(database.db, sql => applyGrants(sql, of, at));
  const work = async () =>
    await onPool(database.db).query<{ lastError: string | null }>(
      'SELECT last_error AS "lastError" FROM due_work WHERE kind = $1',
      [codesAlertWork],
    );
  const done = async () => {
    await onPool(database.db).query('UPDATE due_work SET due_at = clock_timestamp() WHERE kind = $1', [
      codesAlertWork,
    ]);
    runner.wake();
    await until('the work done', async () => (await work()).length === 0);
  };
  const mails = () => others.asked.filter(one => one.url === '/internal/messages/codes-needed');

  it('4.3 goes to owners and managers, once a pool and day of the brand, however many wait', async () => {
    await member('manager');
    await member('viewer');
    const first = grant(1, 1, 'waiting_for_codes');
    await apply(morning, first, grant(2, 1, 'waiting_for_codes'), grant(3, 1, 'issued'));
    await apply(morning, first);
    await apply(new Date('2026-11-20T23:59:00.000Z'), grant(4, 1, 'waiting_for_codes'));
    expect(await work()).toHaveLength(1);
    await done();
    expect(mails().map(mail => mail.body)).toEqual(
      ['Olga', 'The manager'].map(name => ({
        cause: expect.stringMatching(/^[\da-f-]{36}$/),
        email: name === 'Olga' ? 'olga@example.com' : 'manager@example.com',
        name,
        accent: '#7a4d2b',
        pool: 'Spa days',
        waiting: 3,
        url: 'http://localhost:3000/admin/settings/codes',
      })),
    );
    const caller = String(mails()[0]?.headers[callerHeader]);
    expect(JSON.parse(Buffer.from(caller, 'base64url').toString())).toEqual({
      brandId: events.brandId,
      actor: { kind: 'system', id: 'portal-bff', ip: null },
    });
    await apply(morning, first);
    await apply(morning, grant(5, 1, 'waiting_for_codes'));
    expect(await work()).toEqual([]);
    await apply(tomorrow, grant(6, 1, 'waiting_for_codes'));
    await done();
    expect(mails()).toHaveLength(4);
    expect(new Set(mails().map(mail => (mail.body as { cause: string }).cause)).size).toBe(2);
  });

  it('4.3 waits for rewards that is away', async () => {
    const answer = others.answers.get(pools);
    others.answers.set(pools, (_: FastifyRequest, reply: FastifyReply) => reply.status(503).send({}));
    await apply(morning, grant(1, 1, 'waiting_for_codes'));
    runner.wake();
    await until('its failure', async () => (await work())[0]?.lastError);
    expect(mails()).toEqual([]);
    others.answers.set(pools, answer);
    await done();
    expect(mails()).toHaveLength(1);
  });

  it('4.3 has nobody to tell where a brand has no members', async () => {
    await brandWith();
    await apply(morning, grant(1, 1, 'waiting_for_codes'));
    expect(await work()).toHaveLength(1);
    await done();
    expect(others.asked).toEqual([]);
  });

  it('4.3 says nothing where codes came first', async () => {
    const filled = events.grant(ada, 1, 3, 'issued');
    await apply(morning, grant(2, 1, 'pending'));
    expect(await work()).toEqual([]);
    await apply(
      morning,
      events.grant(ada, 1, 2, 'waiting_for_codes', { type: 'discount_code', source: 'pool', poolId }),
    );
    await apply(morning, filled);
    await done();
    expect(mails()).toEqual([]);
  });
});
