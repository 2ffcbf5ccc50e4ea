import { randomUUID } from 'node:crypto';
import type { Page } from '@cairn/contracts/http/page';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/api.js';
import { makeBrand, read, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

let brand: TestBrand;

beforeAll(async () => {
  brand = await makeBrand();
}, 60_000);

const post = (path: string, body: unknown, idempotencyKey: string, token = brand.apiKey) =>
  call<{ id: string; code?: string; key?: string }>('POST', `${cairn().portal}/api/v1${path}`, {
    token,
    body,
    idempotencyKey,
  });

/** One body for each POST that creates, made anew so that names do not meet. */
const creates: [string, () => Promise<unknown>][] = [
  ['/programs', async () => ({ name: randomUUID(), category: 'x' })],
  [
    '/ambassadors',
    async () => ({ name: 'Ida', email: `${randomUUID()}@example.com`, programId: brand.programId }),
  ],
  [
    '/actions',
    async () => ({ programId: brand.programId, category: 'social_post', name: randomUUID(), points: 1 }),
  ],
  [
    '/campaigns',
    async () => ({
      programIds: [brand.programId],
      name: randomUUID(),
      joinPoints: 1,
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: '2027-01-01T00:00:00Z',
    }),
  ],
  [
    '/series',
    async () => ({
      name: randomUUID(),
      category: 'x',
      programIds: [brand.programId],
      completion: { kind: 'stay' },
      tiers: [],
    }),
  ],
  ['/code-pools', async () => ({ name: randomUUID() })],
  ['/keys', async () => ({ name: randomUUID(), scopes: ['admin:read'] })],
  ['/members', async () => ({ name: 'Max', email: `${randomUUID()}@example.com`, role: 'viewer' })],
];

describe('Idempotency-Key (api.md)', () => {
  it.each(creates)('POST %s: the same key and body give the first answer again', async (path, body) => {
    const key = randomUUID();
    const asked = await body();
    const first = await post(path, asked, key);
    expect(first.status).toBe(201);
    const again = await post(path, asked, key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const other = await post(path, await body(), key);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_key_reused']);
    const anew = await post(path, await body(), randomUUID());
    expect(anew.body.id).not.toBe(first.body.id);
  });

  it('many at once make one, whoever comes in between hears in_progress or the first answer', async () => {
    const key = randomUUID();
    const body = { name: `Once ${key}`, category: 'x' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('/programs', body, key)));
    for (const answer of answers) {
      if (answer.status === 409) expect(answer.body.code).toBe('in_progress');
      else expect(answer.status).toBe(201);
    }
    const made = answers.filter(answer => answer.status === 201).map(answer => answer.body.id);
    expect(new Set(made).size).toBe(1);
    const { items } = await read<Page<{ name: string }>>(brand, '/programs?limit=200');
    expect(items.filter(program => program.name === body.name)).toHaveLength(1);
  });

  it('is of one brand and one route: elsewhere the same key is another', async () => {
    const key = randomUUID();
    const other = await makeBrand('Other');
    const body = { name: 'Same', category: 'x' };
    const mine = await post('/programs', body, key);
    const theirs = await post('/programs', body, key, other.apiKey);
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(mine.body.id).not.toBe(theirs.body.id);
    expect((await post('/code-pools', { name: 'Same' }, key)).status).toBe(201);
  });

  it('a refused call is not remembered: mended, it may be sent with the same key', async () => {
    const key = randomUUID();
    expect((await post('/programs', { name: '' }, key)).status).toBe(400);
    expect((await post('/programs', { name: 'Mended', category: 'x' }, key)).status).toBe(201);
  });

  it.each(['', 'x'.repeat(201), 'cl\u00e9'])('refuses a key that is none: %j', async key => {
    const answer = await post('/programs', { name: 'No', category: 'x' }, key);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
  });

  it('POST /brands too, by the platform token', async () => {
    const key = randomUUID();
    const body = { name: 'Twice', slug: `twice-${key.slice(0, 8)}`, timezone: 'UTC', currency: 'USD' };
    const { platformToken } = cairn();
    const first = await post('/brands', body, key, platformToken);
    const again = await post('/brands', body, key, platformToken);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
  });
});
