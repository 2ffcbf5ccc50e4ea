import { randomBytes } from 'node:crypto';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { migrations } from '../../migrations/all.js';
import { makePrimary, shopItems } from '../out/postgres/shops.js';
import { seal } from '../out/tokens/seal.js';
import { tokenKeysOf } from '../out/tokens/token-keys.js';
import { home, type Service, serviceOn, TestBrand } from '../testing/brand.js';
import { standin } from '../testing/standin.js';
import { SealTokens } from './seal-tokens.js';
import { shopIdOf, shopifyOf, storeConnected, storeLost } from './shop-changes.js';

const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';
const shopify = standin(standinUrl);

let db: DataSource;
let drop: () => Promise<void>;
let service: Service;
let brand: TestBrand;
/** The brand's second shop. */
let second: { domain: string; id: string };

beforeAll(async () => {
  ({ db, drop } = await createTestDatabase(migrations));
  service = serviceOn(db, standinUrl);
});

afterAll(async () => drop());

async function connect(to: TestBrand, domain: string): Promise<string> {
  const answer = await fetch(`${standinUrl}/control/shops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ domain, name: 'Second', currencyCode: 'USD' }),
  });
  const { accessToken } = z.object({ accessToken: z.string() }).parse(await answer.json());
  const shopId = shopIdOf(to.brandId, domain);
  await inTransaction(db, sql =>
    storeConnected(
      sql,
      {
        shopId,
        brandId: to.brandId,
        domain,
        currency: 'USD',
        accessToken: seal(service.settings.SHOPIFY_TOKEN_KEYS, shopId, accessToken),
        refreshToken: null,
        expiresAt: null,
      },
      service.clock(),
    ),
  );
  return shopId;
}

function lose(shopId: string, before = new Date(service.clock().getTime() + 1)) {
  const at = service.clock();
  const lost = { shopId, status: 'uninstalled' as const, before, at };
  return inTransaction(db, sql =>
    storeLost(sql, shopifyOf(brand.brandId), commandCause(brand.brandId, at), lost),
  );
}

beforeEach(async () => {
  brand = await new TestBrand(service).ready(home);
  const domain = `second-${newId().slice(-12)}.myshopify.com`;
  second = { domain, id: await connect(brand, domain) };
});

describe('a brand of two shops', () => {
  it('has one that is primary, and another when that is lost', async () => {
    const primary = async () =>
      (await shopItems(brand.sql, brand.brandId)).filter(shop => shop.primary).map(shop => shop.domain);
    expect(await primary()).toEqual([brand.shop]);
    expect(await lose(shopIdOf(brand.brandId, brand.shop))).toBe(true);
    expect(await primary()).toEqual([second.domain]);
    expect(await brand.audited()).toMatchObject([
      { actor: { kind: 'system', id: 'Shopify' }, action: 'shop.uninstalled' },
    ]);
  });

  it('4.3 makes codes in the primary one, or in the one that the reward names', async () => {
    await brand.unlock([{ percent: 10 }, { percent: 20, shopId: second.id, uses: 3 }]);
    await brand.performDue();
    expect(await shopify.discounts(brand.shop)).toMatchObject([
      { value: { percentage: 0.1 }, usageLimit: 1, appliesOncePerCustomer: true },
    ]);
    expect(await shopify.discounts(second.domain)).toMatchObject([
      { value: { percentage: 0.2 }, usageLimit: 3, appliesOncePerCustomer: false },
    ]);
  });

  it('4.6 tries a code again where it tried before, whatever is primary by now', async () => {
    await shopify.fault(brand.shop, 'no_answer_after_commit', { times: 1 });
    await brand.unlock([{ percent: 10 }]);
    await brand.performDue();
    await inTransaction(db, sql => makePrimary(sql, brand.brandId, second.id));
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'issued' }]);
    expect(await shopify.discounts(brand.shop)).toHaveLength(1);
    expect(await shopify.discounts(second.domain)).toEqual([]);
  });

  it('4.7 asks an admin where the shop was lost meanwhile, and goes on when it is back', async () => {
    await shopify.fault(second.domain, 'http_500', { times: 1 });
    await brand.unlock([{ percent: 10, shopId: second.id }]);
    await brand.performDue();
    await lose(second.id);
    await brand.performDue();
    const [reward] = await brand.rewards();
    expect(reward).toMatchObject({ status: 'needs_attention' });
    expect(reward!.problem).toContain('connect it again and retry');
    await connect(brand, second.domain);
    await brand.change(reward!.id, { kind: 'retry' });
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'issued' }]);
    expect(await shopify.discounts(brand.shop)).toEqual([]);
  });

  it('is not told of a loss from before it was connected again', async () => {
    expect(await lose(second.id, new Date(service.clock().getTime() - 1))).toBe(false);
    expect((await shopItems(brand.sql, brand.brandId)).map(shop => shop.status)).toEqual([
      'connected',
      'connected',
    ]);
  });

  it('knows which ids are no shops of its own', async () => {
    const other = await new TestBrand(service).ready();
    const shopIds = [second.id, shopIdOf(other.brandId, other.shop)];
    const missing = await service.variants.missing(brand.brandId, { variantIds: [], poolIds: [], shopIds });
    expect(missing.shopIds).toEqual(shopIds.slice(1));
  });
});

describe('tokens at rest', () => {
  const stored = async () =>
    (
      await brand.sql.query<{ token: string }>(
        'SELECT access_token AS token FROM shops WHERE brand_id = $1 ORDER BY shop_id',
        [brand.brandId],
      )
    ).map(row => row.token);

  it('are encrypted under the first key at a start, plain ones too', async () => {
    expect((await stored()).every(token => token.startsWith('v1:test:'))).toBe(true);
    await brand.sql.query(`UPDATE shops SET access_token = 'shpat_plain' WHERE shop_id = $1`, [second.id]);
    const keys = tokenKeysOf(`next:${randomBytes(32).toString('base64')}`);
    if (typeof keys === 'string') throw new Error(keys);
    const both = {
      ...service.settings,
      SHOPIFY_TOKEN_KEYS: [...keys, ...service.settings.SHOPIFY_TOKEN_KEYS],
    };
    const logger = createLogger('rewards', 'silent');
    expect(await new SealTokens(db, both, logger).perform()).toBeGreaterThan(1);
    expect((await stored()).every(token => token.startsWith('v1:next:'))).toBe(true);
    expect(await new SealTokens(db, both, logger).perform()).toBe(0);
    await expect(new SealTokens(db, service.settings, logger).perform()).rejects.toThrow(
      'lacks the key next',
    );
  });
});
