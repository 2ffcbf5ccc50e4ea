import { ingestAnswer } from '@cairn/contracts/http/ingest-event';
import { problem } from '@cairn/contracts/http/problem';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ActivityLog, activityLog } from '../../testing/activity-log.js';
import {
  brokers,
  type IngestionApp,
  ingestionApp,
  makeBrand,
  sale,
  type TestBrand,
} from '../../testing/ingestion-app.js';

let app: IngestionApp;
let log: ActivityLog;
let brand: TestBrand;

beforeAll(async () => {
  app = await ingestionApp({ BRAND_EVENTS_PER_SECOND: 1_000, BRAND_EVENTS_BURST: 5_000 });
  log = await activityLog(brokers);
}, 60_000);
afterAll(async () => {
  await log.stop();
  await app.stop();
});
beforeEach(async () => {
  brand = await makeBrand(app);
});

interface Options {
  headers?: Record<string, string>;
  key?: string | null;
  method?: string;
}

async function send(body: RequestInit['body'], { headers, key = brand.key, method = 'POST' }: Options = {}) {
  const response = await fetch(`${app.url}/v1/events`, {
    method,
    body: body ?? null,
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);
  return { status: response.status, headers: response.headers, body: await response.text() };
}

const json = async (value: unknown, options?: Options) => await send(JSON.stringify(value), options);

/** Sends what must be refused. @returns the problem, after looking that it is whole and says what to do. */
async function refused(body: RequestInit['body'], options?: Options) {
  const answer = await send(body, options);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const said = problem.parse(JSON.parse(answer.body));
  expect(said.status).toBe(answer.status);
  expect(said.detail).toMatch(/\w+ \w+/);
  return { ...said, headers: answer.headers };
}

async function taken(): Promise<string[]> {
  return (await log.of(brand.brandId)).map(({ event }) => event.correlationid).sort();
}

const text = (value: unknown) => JSON.stringify(value);

describe('POST /v1/events takes', () => {
  it('one event, an array, and an empty array', async () => {
    expect(await json(sale('one'))).toMatchObject({ status: 202, body: text({ accepted: 1, rejected: [] }) });
    expect(JSON.parse((await json([sale('a'), sale('b')])).body)).toEqual({ accepted: 2, rejected: [] });
    expect(await json([])).toMatchObject({ status: 202, body: text({ accepted: 0, rejected: [] }) });
    expect(await taken()).toEqual(['a', 'b', 'one']);
  });

  it('all five types, each under its ambassador, an order’s refund under its sale’s', async () => {
    const ambassador = { email: 'Ada@Example.com' };
    const types = ['action.completed', 'campaign.joined', 'campaign.completed', 'referral.sale'] as const;
    const data = { actionId: 'a', campaignId: 'c', orderId: 'o', currency: 'USD', netAmount: 5 };
    await json(types.map(type => sale(type, { type, ambassador, data })));
    await json(sale('refund', { type: 'referral.refund', data: { orderId: 'o', netAmount: 5 } }));
    await json(sale('other', { type: 'referral.refund', data: { orderId: 'never', netAmount: 5 } }));
    const logged = await log.of(brand.brandId);
    const key = `${brand.brandId}:email:ada@example.com`;
    expect(logged.filter(({ event }) => event.correlationid !== 'other').map(({ key }) => key)).toEqual(
      Array.from({ length: 5 }, () => key),
    );
    expect(logged.find(({ event }) => event.correlationid === 'other')?.key).toBe(
      `${brand.brandId}:order:never`,
    );
    expect(logged.map(({ event }) => event.correlationid).sort()).toEqual(
      [...types, 'refund', 'other'].sort(),
    );
  });

  it('1.3 a known ambassador’s events under one key, however they are named', async () => {
    const id = '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a11';
    await onPool(app.database.db).query(`INSERT INTO ambassador_refs SELECT $1, unnest($3::text[]), $2`, [
      brand.brandId,
      id,
      [`id:${id}`, 'code:ada10', 'email:ada@b.c', 'externalId:Ada'],
    ]);
    const names = [{ id: id.toUpperCase() }, { code: 'ADA10' }, { email: 'Ada@B.c' }, { externalId: 'Ada' }];
    await json(names.map((ambassador, n) => sale(`known-${n}`, { ambassador })));
    expect((await log.of(brand.brandId)).map(({ key }) => key)).toEqual(
      names.map(() => `${brand.brandId}:${id}`),
    );
  });

  it('the good ones of a mixed array, and lists the bad ones', async () => {
    const bad = sale('bad', {}, { netAmount: -1 });
    const answer = await json([sale('x'), bad, 'no event', sale('y'), sale('z', { type: 'referral.gift' })]);
    expect(answer.status).toBe(202);
    expect(ingestAnswer.parse(JSON.parse(answer.body))).toMatchObject({
      accepted: 2,
      rejected: [
        { index: 1, id: 'bad', code: 'invalid_event', errors: [{ path: 'data.netAmount' }] },
        { index: 2, id: null, code: 'invalid_event' },
        { index: 4, id: 'z', code: 'unknown_type' },
      ],
    });
    expect(await taken()).toEqual(['x', 'y']);
  });

  it('none of an array of only bad ones, with 202', async () => {
    expect(JSON.parse((await json([{}, 5])).body)).toMatchObject({ accepted: 0, rejected: [{}, {}] });
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
    expect(JSON.parse((await send(deep)).body)).toMatchObject({ accepted: 0, rejected: [{}] });
    expect(await taken()).toEqual([]);
  });

  it('an event again, and one that is twice in an array: points counts it once (2.16)', async () => {
    expect(JSON.parse((await json([sale('twice'), sale('twice')])).body)).toEqual({
      accepted: 2,
      rejected: [],
    });
    expect(await json(sale('twice'), { headers: { 'idempotency-key': 'k' } })).toMatchObject({ status: 202 });
    expect(await taken()).toEqual(['twice', 'twice', 'twice']);
  });

  it('1,000 in an array, with a byte order mark, in chunks', async () => {
    const body = Buffer.from(`\uFEFF${text(Array.from({ length: 1_000 }, (_, n) => sale(`${n}`)))}`);
    const stream = new ReadableStream({
      start(controller) {
        for (let at = 0; at < body.length; at += 10_007) controller.enqueue(body.subarray(at, at + 10_007));
        controller.close();
      },
    });
    expect(JSON.parse((await send(stream)).body)).toEqual({ accepted: 1_000, rejected: [] });
    expect(await taken()).toHaveLength(1_000);
  });

  it('an event with names that are there twice or that nobody knows: the last counts, the unknown do not', async () => {
    const twice = text(sale('second')).replace(
      '{"id"',
      '{"id":"first","__proto__":{"x":1},"more":"\\u0000","id"',
    );
    expect(await send(twice)).toMatchObject({ status: 202 });
    const [logged] = await log.of(brand.brandId);
    expect(logged?.event.correlationid).toBe('second');
    expect(text(logged)).not.toContain('more');
  });
});

describe('POST /v1/events refuses', () => {
  it.each<[string, string | Buffer | undefined, number, string, RegExp]>([
    ['broken JSON', '{"id": "a"', 400, 'invalid_json', /not JSON.*Mend/s],
    ['nothing', undefined, 400, 'invalid_json', /empty: send/],
    ['an empty text', '', 400, 'invalid_json', /empty: send/],
    ['blanks', '  \n', 400, 'invalid_json', /not JSON/],
    ['what is not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400, 'invalid_json', /not UTF-8/],
    ['NDJSON as JSON', '{}\n{}', 400, 'invalid_json', /not JSON/],
    ['text', '"evt"', 400, 'invalid_event', /Mend/],
    ['a number', '5', 400, 'invalid_event', /Mend/],
    ['null', 'null', 400, 'invalid_event', /Mend/],
    ['an event of nothing', '{}', 400, 'invalid_event', /Mend/],
    [
      'a figure in a deep place',
      `${'['.repeat(500_000)}1e400${']'.repeat(500_000)}`,
      400,
      'invalid_json',
      /nested/,
    ],
    ['6 MB', `[${' '.repeat(6_000_000)}]`, 413, 'too_large', /send it in parts/],
    ['1,001 events', text(Array.from({ length: 1_001 }, () => 1)), 413, 'too_large', /1000 .*NDJSON/],
  ])('%s', async (_, body, status, code, detail) => {
    expect(await refused(body)).toMatchObject({ status, code, detail: expect.stringMatching(detail) });
    expect(await taken()).toEqual([]);
  });

  it.each([
    ['9007199254740993', /<=9007199254740991/],
    ['9007199254740992.0', /<=9007199254740991/],
    ['9007199254740991.4', /exactly/],
    ['1e308', /<=9007199254740991/],
    ['1e400', /Infinity/],
    ['0.99999999999999999999', /exactly/],
    ['-1', />=0/],
    ['19.99', /int/],
  ])('an amount of %s, which it does not round', async (amount, message) => {
    const said = await refused(text(sale('amount')).replace('19999', amount));
    expect(said).toMatchObject({ status: 400, code: 'invalid_event' });
    expect(said.errors).toEqual([{ path: 'data.netAmount', message: expect.stringMatching(message) }]);
    expect(await taken()).toEqual([]);
  });

  it('dates out of range, by the brand’s own limit', async () => {
    const at = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const ages = (...days: number[]) => json(days.map(day => sale(`${day}`, { occurredAt: at(day) })));
    expect(JSON.parse((await ages(399, 401, -1)).body)).toMatchObject({
      accepted: 1,
      rejected: [
        { id: '401', code: 'too_old', errors: [{ message: expect.stringContaining('maxEventAgeDays') }] },
        { id: '-1', code: 'in_the_future' },
      ],
    });
    brand = await makeBrand(app, { maxEventAgeDays: 10_000 });
    expect(JSON.parse((await ages(401, 10_001)).body)).toMatchObject({
      accepted: 1,
      rejected: [{ code: 'too_old' }],
    });
  });

  it.each<[string, Record<string, string>]>([
    ['another content type', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a content type that is none', { 'content-type': 'json' }],
    ['a packed body', { 'content-encoding': 'gzip' }],
  ])('%s', async (_, headers) => {
    const said = await refused(text(sale('type')), { headers });
    expect(said).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    expect(said.detail).toMatch(/application\/x-ndjson|without Content-Encoding/);
  });

  it('a body without a content type', async () => {
    // A body of bytes gets no content type from fetch.
    const response = await fetch(`${app.url}/v1/events`, {
      method: 'POST',
      body: Buffer.from(text(sale('bytes'))),
      headers: { authorization: `Bearer ${brand.key}` },
    });
    expect(response.status).toBe(415);
  });

  it('who has no key, an unknown one, or one that may not', async () => {
    expect(await refused('{}', { key: null })).toMatchObject({ status: 401, code: 'unauthenticated' });
    const unknown = await refused('{}', { key: 'ck_nobody' });
    expect(unknown).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(unknown.headers.get('www-authenticate')).toBe('Bearer');
    const reader = await makeBrand(app, { scopes: ['admin:read', 'admin:write'] });
    expect(await refused('{}', { key: reader.key })).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await refused('x'.repeat(6_000_000), { key: null })).toMatchObject({ status: 401 });
  });

  it('other methods', async () => {
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect(await refused(undefined, { method })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await send(undefined, { method: 'HEAD' })).toMatchObject({ status: 404 });
  });

  it('what comes too fast, with how long to wait', async () => {
    const array = Array.from({ length: 1_000 }, (_, n) => sale(`fast-${n}`));
    const answers = await Promise.all(Array.from({ length: 12 }, () => json(array)));
    const [slow] = answers.filter(({ status }) => status === 429);
    expect(JSON.parse(slow?.body ?? '{}')).toMatchObject({ code: 'rate_limited' });
    expect(Number(slow?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    const accepted = answers.filter(({ status }) => status === 202).length;
    expect(await taken()).toHaveLength(accepted * 1_000);
  });
});

describe('documentation', () => {
  it('is served, with all that POST /v1/events takes and answers', async () => {
    const document = JSON.parse(await (await fetch(`${app.url}/openapi.json`)).text());
    expect(Object.keys(document.paths)).toEqual([
      '/v1/events',
      '/r/{code}',
      '/v1/webhooks/shopify/{brandId}',
    ]);
    const { requestBody, responses } = document.paths['/v1/events'].post;
    expect(Object.keys(requestBody.content)).toEqual(['application/json', 'application/x-ndjson']);
    const event = { $ref: '#/components/schemas/Event' };
    expect(requestBody.content['application/json'].schema.anyOf).toEqual([
      event,
      { type: 'array', maxItems: 1_000, items: event },
    ]);
    expect(requestBody.content['application/x-ndjson'].schema.contentSchema).toEqual(event);
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(['202', '400', '401', '403', '413', '415', '429', '503']),
    );
    expect((await fetch(`${app.url}/docs`)).status).toBe(200);
  });
});
