import { newId } from '@cairn/service-kit/events/derive';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';
import { shopItems } from '../out/postgres/shops.js';
import { shopFacts } from '../out/shopify/operations/shop-facts.js';
import { type Service, serviceOn, TestBrand } from '../testing/brand.js';

const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';

let db: DataSource;
let drop: () => Promise<void>;
let service: Service;
let brand: TestBrand;
let domain: string;

beforeAll(async () => {
  ({ db, drop } = await createTestDatabase(migrations));
  service = serviceOn(db, standinUrl);
});

afterAll(async () => drop());

beforeEach(async () => {
  brand = await new TestBrand(service).known();
  domain = `new-${newId().slice(-12)}.myshopify.com`;
  await control('', { domain, name: 'New', currencyCode: 'EUR' });
});

async function control(path: string, body: object = {}): Promise<void> {
  const answer = await fetch(`${standinUrl}/control/shops${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The shop's owner agrees. @returns what the browser comes back with. */
async function agree(authorizeUrl: string, change: Record<string, string> = {}) {
  const url = new URL(authorizeUrl);
  for (const [name, value] of Object.entries({ approve: '1', ...change })) url.searchParams.set(name, value);
  const answer = await fetch(url, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(back.origin + back.pathname).toBe('http://portal.test/api/v1/shops/callback');
  return Object.fromEntries(back.searchParams);
}

const begin = async (of = brand) => (await service.connecting.begin(of.caller, domain)).authorizeUrl;

const shops = () => shopItems(brand.sql, brand.brandId);

describe('connecting a shop', () => {
  it('keeps its token sealed, and makes it the primary one', async () => {
    const back = await agree(await begin());
    expect(await service.connecting.finish(back, brand.brandId)).toBe('connected');
    expect(await shops()).toMatchObject([{ domain, currency: 'EUR', status: 'connected', primary: true }]);
    expect(await brand.audited()).toMatchObject([{ action: 'shop.connect', actor: { id: 'an-admin' } }]);
    const [stored] = await brand.sql.query<{ access: string; refresh: string }>(
      'SELECT access_token AS access, refresh_token AS refresh FROM shops WHERE brand_id = $1',
      [brand.brandId],
    );
    expect([stored!.access, stored!.refresh].every(token => token.startsWith('v1:test:'))).toBe(true);
    expect(await service.connecting.finish(back, brand.brandId)).toBe('expired');
  });

  it('is refused where Shopify did not sign, and elsewhere than where it began', async () => {
    const back = await agree(await begin());
    expect(await service.connecting.finish({ ...back, code: 'x' }, brand.brandId)).toBe('not_signed');
    expect(await service.connecting.finish(back, newId())).toBe('other_session');
    expect(await service.connecting.finish(await agree(await begin()), null)).toBe('other_session');
    expect(await shops()).toEqual([]);
  });

  it('is refused after a quarter of an hour, and without all scopes', async () => {
    const back = await agree(await begin());
    const { now } = service.time;
    service.time.now = new Date(now.getTime() + 900_001);
    expect(await service.connecting.finish(back, brand.brandId)).toBe('expired');
    service.time.now = now;
    const less = await agree(await begin(), { scope: 'read_orders' });
    expect(await service.connecting.finish(less, brand.brandId)).toBe('scopes');
    expect(await shops()).toEqual([]);
  });

  it('6.2 is one brand’s at a time', async () => {
    const other = await new TestBrand(service).known();
    const late = await agree(await begin(other));
    await service.connecting.finish(await agree(await begin()), brand.brandId);
    await expect(begin(other)).rejects.toMatchObject({ code: 'shop_connected_elsewhere' });
    expect(await service.connecting.finish(late, other.brandId)).not.toBe('connected');
    const { id } = (await shops())[0]!;
    await expect(service.changing.disconnect(other.caller, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('6.2 is one brand’s, where two come back from it at once', async () => {
    const other = await new TestBrand(service).known();
    const ways = [await agree(await begin()), await agree(await begin(other))] as const;
    const outcomes = await Promise.all([
      service.connecting.finish(ways[0], brand.brandId),
      service.connecting.finish(ways[1], other.brandId),
    ]);
    expect(outcomes.toSorted()).toEqual(['connected', 'elsewhere']);
  });

  it('begun with a key is bound by its nonce alone', async () => {
    const caller = { ...brand.caller, actor: { kind: 'api_key' as const, id: 'a-key', ip: null } };
    const { authorizeUrl } = await service.connecting.begin(caller, domain);
    expect(await service.connecting.finish(await agree(authorizeUrl), null)).toBe('connected');
  });
});

describe('a connected shop', () => {
  beforeEach(async () => {
    await service.connecting.finish(await agree(await begin()), brand.brandId);
  });

  const ask = async () => await service.admin.call(await brand.access(), 'k', shopFacts, {});

  it('whose token is over is asked with another, by many at once', async () => {
    await control(`/${domain}/expire-token`);
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ shop }) => shop.currencyCode)).toEqual(['EUR', 'EUR', 'EUR']);
  });

  it('is disconnected once, and connected again as the same', async () => {
    const { id } = (await shops())[0]!;
    await service.changing.disconnect(brand.caller, id);
    await service.changing.disconnect(brand.caller, id);
    expect(await shops()).toMatchObject([{ id, status: 'uninstalled', primary: false }]);
    await service.connecting.finish(await agree(await begin()), brand.brandId);
    expect(await shops()).toMatchObject([{ id, status: 'connected', primary: true }]);
  });

  it('4.7 that was uninstalled there says so at the next grant', async () => {
    await brand.tellAda();
    await control(`/${domain}/uninstall`);
    await brand.unlock();
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'needs_attention' }]);
    expect(await shops()).toMatchObject([{ status: 'token_refused', primary: false }]);
  });
});
