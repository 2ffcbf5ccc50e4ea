import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/all.js';
import { deleteDraftOrder } from '../../out/shopify/operations/delete-draft-order.js';
import { home, type Service, serviceOn, TestBrand } from '../../testing/brand.js';
import { productsOf } from '../../testing/product-orders.js';
import { standin } from '../../testing/standin.js';

const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';
const shopify = standin(standinUrl);

let db: DataSource;
let drop: () => Promise<void>;
let service: Service;
let brand: TestBrand;
let products: ReturnType<typeof productsOf>;

beforeAll(async () => {
  ({ db, drop } = await createTestDatabase(migrations));
  service = serviceOn(db, standinUrl);
});

afterAll(async () => drop());

beforeEach(() => {
  brand = new TestBrand(service);
  products = productsOf(brand, shopify);
});

describe('4.7 a permanent refusal', () => {
  it('no stock: in Shopify’s own words; ordered by a retry when there is some', async () => {
    await brand.ready(home);
    const { variantId, grantId } = await products.unlocked('TOTE-BLK');
    await brand.performDue();
    const problem = 'Line items Unable to reserve inventory';
    expect(await products.theReward()).toMatchObject({ status: 'needs_attention', problem });
    expect((await brand.published()).at(-1)).toMatchObject({
      version: 2,
      status: 'needs_attention',
      problem,
    });
    await brand.change(grantId, { kind: 'retry' });
    await brand.performDue();
    expect(await products.theReward()).toMatchObject({ status: 'needs_attention', problem });
    await shopify.setStock(brand.shop, variantId, 1);
    await brand.change(grantId, { kind: 'retry' });
    await brand.performDue();
    await products.expectOneOrder();
    expect(await shopify.drafts(brand.shop)).toHaveLength(1);
  });

  it('a variant that was deleted; another one instead, and the old draft goes', async () => {
    await brand.ready(home);
    const { variantId, grantId } = await products.unlocked('TOTE-OLV');
    await shopify.fault(brand.shop, 'reset', { operation: 'draftOrderComplete' });
    await brand.performDue();
    await shopify.deleteVariant(brand.shop, variantId);
    await brand.performDue();
    expect(await products.theReward()).toMatchObject({
      status: 'needs_attention',
      problem: 'Product variant not found.',
    });
    const { id } = await shopify.variant(brand.shop, 'MUG-MOS');
    await brand.change(grantId, { kind: 'replace', reward: { type: 'shopify_product', variantId: id } });
    await shopify.fault(brand.shop, 'no_answer_after_commit', { operation: 'draftOrderDelete' });
    await brand.performDue();
    expect(await shopify.drafts(brand.shop)).toEqual([]);
    await brand.performDue();
    expect((await products.expectOneOrder()).lineItems[0]!.variantId).toBe(id);
    expect(await shopify.drafts(brand.shop)).toHaveLength(1);
  });

  it('an address that the shop refuses; a retry takes the mended one', async () => {
    await brand.ready({ ...home, phone: 'call me' });
    const { grantId } = await products.unlocked();
    await brand.performDue();
    expect(await products.theReward()).toMatchObject({
      status: 'needs_attention',
      problem: 'Phone is invalid',
    });
    await brand.tellAda(home);
    await brand.change(grantId, { kind: 'retry' });
    await brand.performDue();
    await products.expectOneOrder();
  });

  it('a draft that somebody deleted is asked about, and made anew by a retry only', async () => {
    await brand.ready(home);
    const { grantId } = await products.unlocked();
    await shopify.fault(brand.shop, 'reset', { operation: 'draftOrderComplete' });
    await brand.performDue();
    await service.admin.call(await brand.access(), 'test', deleteDraftOrder, {
      id: (await products.draftOf(grantId))!,
    });
    await brand.performDue();
    expect((await products.theReward()).problem).toContain('no longer in the shop');
    await brand.change(grantId, { kind: 'retry' });
    await brand.performDue();
    await products.expectOneOrder();
  });

  it('what Shopify still calculates is tried again by itself', async () => {
    await brand.ready(home);
    await products.unlocked();
    const message = 'This order has not finished calculating, please try again later';
    await shopify.fault(brand.shop, 'user_error', {
      operation: 'draftOrderComplete',
      userError: { field: null, message, code: null },
    });
    await brand.performDue();
    expect(await products.theReward()).toMatchObject({ status: 'pending' });
    await brand.performDue();
    await products.expectOneOrder();
  });

  it('a shop that took our token back', async () => {
    await brand.ready(home);
    await products.unlocked();
    await shopify.fault(brand.shop, 'invalid_token');
    await brand.performDue();
    expect((await products.theReward()).problem).toContain('401');
  });
});
