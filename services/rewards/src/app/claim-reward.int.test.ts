import { newId } from '@cairn/service-kit/events/derive';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';
import { home, type Service, serviceOn, TestBrand } from '../testing/brand.js';
import { standin } from '../testing/standin.js';

const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';
const shopify = standin(standinUrl);

let db: DataSource;
let drop: () => Promise<void>;
let service: Service;
let brand: TestBrand;

beforeAll(async () => {
  ({ db, drop } = await createTestDatabase(migrations));
  service = serviceOn(db, standinUrl);
});

afterAll(async () => drop());

beforeEach(async () => {
  brand = await new TestBrand(service).ready();
});

/** A tote in three colours, of which Black is sold out. */
async function claimable(choice?: boolean) {
  const { id: variantId } = await shopify.variant(brand.shop, 'TOTE-NAT');
  const unlock = await brand.unlock([{ type: 'shopify_product', variantId, choice }]);
  await brand.performDue();
  return { variantId, id: unlock.data.grants[0]!.grantId };
}

async function claim(id: string, body: object, ambassadorId = brand.ada.ambassadorId) {
  const answer = await service.claims.claim(brand.caller, ambassadorId, id, { address: home, ...body });
  return answer.body;
}

describe('4.5 a claim', () => {
  it('with an address orders the product', async () => {
    const { id, variantId } = await claimable();
    expect(await claim(id, {})).toMatchObject({ id, status: 'pending' });
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'ordered' }]);
    expect(await shopify.orders(brand.shop)).toMatchObject([
      { lineItems: [{ variantId }], shippingAddress: { address1: home.line1 } },
    ]);
    const [audited] = await brand.audited();
    expect(audited).toMatchObject({ action: 'reward.claim', after: { status: 'pending', variantId } });
    expect(JSON.stringify(audited)).not.toContain(home.line1);
  });

  it('orders the variant that was chosen', async () => {
    const { id, variantId } = await claimable(true);
    const olive = (await shopify.variant(brand.shop, 'TOTE-OLV')).id;
    const offered = await service.claims.choices(brand.brandId, brand.ada.ambassadorId, id);
    expect(offered.map(item => item.id)).toEqual([variantId, olive]);
    await claim(id, { variantId: olive.split('/').at(-1) });
    await brand.performDue();
    expect(await shopify.orders(brand.shop)).toMatchObject([{ lineItems: [{ variantId: olive }] }]);
  });

  it('chooses among the variants of the product that can be had', async () => {
    const { id } = await claimable(true);
    const mug = (await shopify.variant(brand.shop, 'MUG-SND')).id;
    const black = (await shopify.variant(brand.shop, 'TOTE-BLK')).id;
    for (const variantId of [mug, black, '1']) {
      await expect(claim(id, { variantId })).rejects.toMatchObject({ code: 'unknown_variant' });
    }
    expect(await brand.rewards()).toMatchObject([{ status: 'claimable' }]);
  });

  it('chooses nothing where the brand does not let them', async () => {
    const { id, variantId } = await claimable();
    await expect(claim(id, { variantId })).rejects.toMatchObject({ code: 'no_choice' });
    const offered = await service.claims.choices(brand.brandId, brand.ada.ambassadorId, id);
    expect(offered.map(item => item.id)).toEqual([variantId]);
  });

  it('4.6 is taken once', async () => {
    const { id } = await claimable(true);
    const both = await Promise.allSettled([claim(id, {}), claim(id, {})]);
    expect(both.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(claim(id, {})).rejects.toMatchObject({ code: 'not_claimable' });
    await brand.performDue();
    await expect(claim(id, {})).rejects.toMatchObject({ code: 'not_claimable' });
    expect(await shopify.orders(brand.shop)).toHaveLength(1);
  });

  it('answers a call that is sent again as it did, also when the shop is away', async () => {
    const { id } = await claimable(true);
    const olive = (await shopify.variant(brand.shop, 'TOTE-OLV')).id;
    const once = { route: 'POST /rewards/:id/claim', key: newId(), bodyHash: 'a'.repeat(64) };
    const call = async () =>
      await service.claims.claim({ ...brand.caller, once }, brand.ada.ambassadorId, id, {
        variantId: olive,
        address: home,
      });
    const first = await call();
    await brand.performDue();
    expect(await call()).toEqual(first);
  });

  it('6.2 is the ambassador’s own', async () => {
    const { id } = await claimable();
    await expect(claim(id, {}, newId())).rejects.toMatchObject({ code: 'not_found' });
    const other = await new TestBrand(service).ready();
    await expect(
      service.claims.claim(other.caller, brand.ada.ambassadorId, id, { address: home }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('with an address that the shop refuses: the ambassador’s own, changed since, is taken by a retry', async () => {
    const { id } = await claimable();
    await claim(id, { address: { ...home, phone: 'call me' } });
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'needs_attention', problem: 'Phone is invalid' }]);
    await brand.tellAda({ ...home, line1: '3 Low St' }, '2026-11-01T11:00:00.000Z');
    await brand.change(id, { kind: 'retry' });
    await brand.performDue();
    expect(await shopify.orders(brand.shop)).toMatchObject([{ shippingAddress: { address1: '3 Low St' } }]);
  });
});

describe('variants of the shop', () => {
  async function shopId() {
    const [row] = await brand.sql.query<{ id: string }>(
      'SELECT shop_id AS id FROM shops WHERE brand_id = $1',
      [brand.brandId],
    );
    return row!.id;
  }

  it('are listed by pages', async () => {
    const id = await shopId();
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.variants.search(brand.brandId, id, undefined, { limit: 5, cursor });
      titles.push(...page.items.map(item => item.title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(titles).toHaveLength(16);
    expect(titles).toEqual(expect.arrayContaining(['Linen Tote Bag / Olive', 'Insulated Bottle']));
    await expect(
      service.variants.search(brand.brandId, newId(), undefined, { limit: 5 }),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      service.variants.search(brand.brandId, id, undefined, { limit: 5, cursor: 'x' }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('are searched by words of the title, or the SKU', async () => {
    const id = await shopId();
    const search = async (text: string) =>
      (await service.variants.search(brand.brandId, id, text, { limit: 50 })).items.map(item => item.sku);
    // Shopify's index is late.
    await until('the search finds the totes', async () => (await search('linen TOTE')).length === 3);
    expect(await search('tote-olv')).toEqual(['TOTE-OLV']);
    expect(await search('title:"nothing" OR *')).toEqual([]);
  });

  it('show price, stock and currency', async () => {
    const { items } = await service.variants.search(brand.brandId, await shopId(), undefined, { limit: 50 });
    expect(items.find(item => item.sku === 'TOTE-NAT')).toMatchObject({
      id: (await shopify.variant(brand.shop, 'TOTE-NAT')).id,
      title: 'Linen Tote Bag / Natural',
      price: '38.00',
      currency: 'USD',
      stock: 120,
      image: null,
    });
  });

  it('are checked before a series promises them', async () => {
    const { id } = await shopify.variant(brand.shop, 'TOTE-NAT');
    const [number, pool] = [id.split('/').at(-1)!, newId()];
    const sources = {
      variantIds: [id, number, '1', 'gid://shopify/Product/1'],
      poolIds: [pool],
      shopIds: [],
    };
    expect(await service.variants.missing(brand.brandId, sources)).toEqual({
      variantIds: ['1', 'gid://shopify/Product/1'],
      poolIds: [pool],
      shopIds: [],
    });
    const shopless = await new TestBrand(service).known();
    expect((await service.variants.missing(shopless.brandId, sources)).variantIds).toEqual(
      sources.variantIds,
    );
  });

  it('are not known while the shop is away', async () => {
    await shopify.fault(brand.shop, 'http_500', { times: 4 });
    const sources = { variantIds: ['1'], poolIds: [], shopIds: [] };
    await expect(service.variants.missing(brand.brandId, sources)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
