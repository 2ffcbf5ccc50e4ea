import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { deadLetterItem } from '@cairn/contracts/http/dead-letter';
import { pageOf } from '@cairn/contracts/http/page';
import { topics } from '@cairn/contracts/topics';
import type { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { newId } from '@cairn/service-kit/events/derive';
import type { DeadLetterRecord } from '@cairn/service-kit/kafka/dead-letter-reader';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { registry } from '@cairn/service-kit/telemetry/metrics';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testBrand } from '../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../testing/database.js';
import { eventsOf } from '../../testing/events.js';
import { httpClient } from '../../testing/http-client.js';
import { platformToken, portalApp } from '../../testing/portal-app.js';
import { applyAmbassadors } from '../read-model/apply-catalog.js';
import { forgetLettersWork, keepLetters } from './keep-letters.js';

const page = pageOf(deadLetterItem);
const entries = topics.entries.topic;

describe('dead letters', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let runner: DueWorkRunner;
  let call: ReturnType<typeof httpClient>;
  let brand: { id: string; apiKey: string };
  let ada: string;
  let place = 0;

  beforeAll(async () => {
    database = await testDatabase();
    let url: string;
    ({ app, url, runner } = await portalApp(database, 'http://127.0.0.1:1'));
    call = httpClient(url);
  });
  afterAll(async () => {
    await runner.stop();
    await app.close();
    await database.drop();
  });
  beforeEach(async () => {
    brand = await testBrand(database.db);
    ada = newId();
  });

  const letterOf = (value: unknown, change: Partial<DeadLetterRecord> = {}): DeadLetterRecord => ({
    topic: entries,
    partition: 3,
    offset: 41,
    key: `${brand.id}:${ada}`,
    value: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    reason: 'undecodable',
    error: 'not JSON',
    stack: '',
    consumer: 'milestones',
    headers: {},
    at: new Date(),
    dlqPartition: 0,
    dlqOffset: place++,
    ...change,
  });
  const keep = (...letters: DeadLetterRecord[]) =>
    inTransaction(database.db, sql => keepLetters(sql, letters, new Date()));
  const list = async (query = '', token = brand.apiKey) =>
    page.parse((await call('GET', `/api/v1/dlq${query}`, { token })).body).items;
  const kept = async (value: unknown, change: Partial<DeadLetterRecord> = {}) => {
    await keep(letterOf(value, change));
    const [letter] = await list('', platformToken);
    return letter!.id;
  };
  const replay = (id: string, body?: unknown, token = brand.apiKey) =>
    call('POST', `/api/v1/dlq/${id}/replay`, { token, body });
  const entry = (of = brand.id, who = ada) => eventsOf(of).entry(who, 1, 19);
  const outbox = (topic: string) =>
    onPool(database.db).query<{ key: string; value: string }>(
      'SELECT key, value FROM outbox WHERE topic = $1 ORDER BY id DESC LIMIT 1',
      [topic],
    );

  it('are kept once, with where they were and why', async () => {
    const letter = letterOf('{oops');
    await keep(letter, letterOf('{second'));
    await keep(letter);
    const items = await list();
    expect(items.map(item => item.value).sort()).toEqual(['{oops', '{second']);
    expect(items.find(item => item.value === '{oops')).toMatchObject({
      topic: entries,
      partition: 3,
      offset: '41',
      key: `${brand.id}:${ada}`,
      consumer: 'milestones',
      reason: 'undecodable',
      error: 'not JSON',
      status: 'open',
      replayedAt: null,
    });
  });

  it('come in pages, by topic', async () => {
    for (let n = 0; n < 3; n++) await keep(letterOf(`{${n}`));
    await keep(letterOf('{audit', { topic: topics.audit.topic, key: brand.id }));
    expect(await list(`?topic=${topics.audit.topic}`)).toHaveLength(1);
    const first = page.parse((await call('GET', '/api/v1/dlq?limit=3', { token: brand.apiKey })).body);
    const rest = await list(`?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest].map(item => item.value).sort()).toEqual(['{0', '{1', '{2', '{audit']);
  });

  it('6.2 are the brand’s own; the platform sees all, those of nobody too', async () => {
    const other = await testBrand(database.db);
    const id = await kept('{oops');
    const nobodys = await kept('{nobody', { key: null });
    for (const path of [`/api/v1/dlq/${id}`, `/api/v1/dlq/${nobodys}`]) {
      expect((await call('GET', path, { token: other.apiKey })).status).toBe(404);
      expect((await call('POST', `${path}/replay`, { token: other.apiKey, body: {} })).status).toBe(404);
    }
    expect(await list('', other.apiKey)).toEqual([]);
    expect((await list()).map(item => item.id)).toEqual([id]);
    expect((await list('', platformToken)).map(item => item.id)).toEqual(
      expect.arrayContaining([id, nobodys]),
    );
    expect((await call('GET', `/api/v1/dlq/${nobodys}`, { token: platformToken })).status).toBe(200);
    expect((await call('GET', '/api/v1/dlq')).status).toBe(401);
  });

  it('go back mended, once, with their own key, and it is in the audit log', async () => {
    const id = await kept('{oops');
    const value = entry();
    const replayed = await replay(id, { value });
    expect(replayed).toMatchObject({
      status: 200,
      body: { id, status: 'replayed', replayedAt: expect.any(String) },
    });
    expect(deadLetterItem.parse(replayed.body)).toEqual(replayed.body);
    const [sent] = await outbox(entries);
    expect(sent?.key).toBe(`${brand.id}:${ada}`);
    expect(JSON.parse(sent?.value ?? '')).toEqual(value);
    const [audited] = await outbox(topics.audit.topic);
    expect(JSON.parse(audited?.value ?? '')).toMatchObject({
      brandid: brand.id,
      data: {
        action: 'dead_letter.replay',
        target: { id },
        before: { topic: entries, reason: 'undecodable' },
        after: { eventId: value.id, mended: true },
      },
    });
    const again = await replay(id, { value });
    expect(again).toMatchObject({ status: 409, body: { code: 'already_replayed' } });
    expect(await list()).toEqual([]);
    expect((await list('?status=replayed')).map(item => item.id)).toEqual([id]);
  });

  it('go back as they were, where only their consumer was at fault; text for text', async () => {
    const text = `${JSON.stringify(entry())} `;
    const id = await kept(text, { reason: 'sqlstate_22003' });
    expect((await replay(id)).status).toBe(200);
    expect(await outbox(entries)).toEqual([{ key: `${brand.id}:${ada}`, value: text }]);
  });

  it('get a key by their topic’s rule where they have none, or another brand’s', async () => {
    for (const key of [null, '', `${newId()}:x`]) {
      const id = await kept(entry(), { key });
      expect((await replay(id)).status).toBe(200);
      expect((await outbox(entries))[0]?.key).toBe(`${brand.id}:${ada}`);
    }
  });

  it('stay where they are as long as they cannot be read', async () => {
    const id = await kept('{oops');
    const bare = { ...entry(), data: {} };
    const cases = [
      [undefined, 'undecodable', 'not JSON'],
      [{ value: '{still' }, 'undecodable', 'not JSON'],
      [{ value: { hello: 1 } }, 'undecodable', 'not an event envelope'],
      [{ value: bare }, 'undecodable', 'not the data of com.cairn.points.entry.posted.v1'],
      [
        { value: { ...bare, type: 'com.cairn.other.v1' } },
        'unknown_type',
        'com.cairn.points.entry.posted.v1',
      ],
    ] as const;
    for (const [body, code, words] of cases) {
      const refused = await replay(id, body);
      expect(refused).toMatchObject({ status: 422, body: { code, detail: expect.stringContaining(words) } });
    }
    const bytes = await kept('', { value: Buffer.from([0xff, 0xfe]) });
    expect((await call('GET', `/api/v1/dlq/${bytes}`, { token: brand.apiKey })).body.value).toBeNull();
    expect((await replay(bytes)).body).toMatchObject({ code: 'undecodable' });
    const nowhere = await kept(entry(), { topic: 'cairn.nowhere.v1' });
    expect((await replay(nowhere)).body).toMatchObject({ code: 'unknown_topic' });
    expect(await list()).toHaveLength(3);
  });

  it('6.2 are not mended into another brand’s, nor about anything of another’s', async () => {
    const other = await testBrand(database.db);
    const eve = newId();
    await inTransaction(database.db, sql => applyAmbassadors(sql, [eventsOf(other.id).ambassador(eve, 1)]));
    const topic = topics.catalogAmbassadors.topic;
    const id = await kept('{oops', { topic });
    const stolen = { ...ambassadorChanged.example, ambassadorId: eve.toUpperCase(), memberships: [] };
    const mine = eventsOf(brand.id).ambassador(ada, 2);
    for (const value of [eventsOf(other.id).ambassador(eve, 2), { ...mine, data: stolen }]) {
      expect(await replay(id, { value })).toMatchObject({ status: 422, body: { code: 'other_brand' } });
    }
    expect((await replay(id, { value: mine })).status).toBe(200);
    const nobodys = await kept('{oops', { topic, key: null });
    const value = eventsOf(other.id).ambassador(eve, 2);
    expect((await replay(nobodys, { value }, platformToken)).status).toBe(200);
    expect((await outbox(topic))[0]?.key).toBe(`${other.id}:${eve}`);
  });

  it('are not put behind a newer state of the same thing', async () => {
    const events = eventsOf(brand.id);
    await inTransaction(database.db, sql => applyAmbassadors(sql, [events.ambassador(ada, 7)]));
    const topic = topics.catalogAmbassadors.topic;
    const id = await kept(events.ambassador(ada, 6), { topic });
    expect((await replay(id)).body).toMatchObject({ code: 'superseded' });
    expect((await replay(id, { value: events.ambassador(ada, 7) })).status).toBe(200);
  });

  it('take the right to write', async () => {
    const id = await kept(entry());
    const body = { name: 'r', scopes: ['admin:read'] };
    const reader = (await call('POST', '/api/v1/keys', { token: brand.apiKey, body })).body.key;
    expect(await list('', reader)).toHaveLength(1);
    expect((await replay(id, {}, reader)).status).toBe(403);
    const headers = { 'idempotency-key': 'replay-1' };
    const first = await call('POST', `/api/v1/dlq/${id}/replay`, { token: brand.apiKey, headers });
    const second = await call('POST', `/api/v1/dlq/${id}/replay`, { token: brand.apiKey, headers });
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
  });

  it('are counted while they are open, and shown short in lists where they are long', async () => {
    const topic = topics.rewards.topic;
    const long = JSON.stringify({ ...auditRecorded.example, filler: 'x'.repeat(70_000) });
    await keep(letterOf(long, { topic }));
    const [letter] = await list();
    expect(letter?.value).toBeNull();
    const read = await call('GET', `/api/v1/dlq/${letter?.id}`, { token: brand.apiKey });
    expect(read.body.value).toBe(long);
    expect(await registry.metrics()).toContain(`cairn_dead_letters_open{topic="${topic}"} 1`);
  });

  it('are forgotten after thirty days', async () => {
    const days = (n: number) => new Date(Date.now() - n * 86_400_000);
    await keep(letterOf('{old', { at: days(31) }), letterOf('{young', { at: days(29) }));
    const due = () =>
      onPool(database.db).query(
        `SELECT key FROM due_work WHERE kind = '${forgetLettersWork}' AND due_at <= clock_timestamp()`,
      );
    expect(await due()).toHaveLength(1);
    runner.wake();
    await until('the old one is gone', async () => (await due()).length === 0 && (await list()).length === 1);
    expect((await list()).map(item => item.value)).toEqual(['{young']);
  });
});
