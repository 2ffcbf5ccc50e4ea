import { finishWork } from '@cairn/service-kit/due-work/due-work';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/all.js';
import { grantTag } from '../../domain/product-order.js';
import { orderProduct, sweepDrafts } from '../../domain/work.js';
import { home, type Service, serviceOn, TestBrand } from '../../testing/brand.js';
import { productsOf } from '../../testing/product-orders.js';
import { standin } from '../../testing/standin.js';

const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';
const shopify = standin(standinUrl);
const instant = new Date('2026-11-01T10:00:01.000Z');

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
  service.time.now = instant;
  brand = new TestBrand(service);
  products = productsOf(brand, shopify);
});

describe('4.5 a product', () => {
  it('is ordered by itself, given away, for the ambassador at their address', async () => {
    await brand.ready(home);
    const { variantId, grantId } = await products.unlocked();
    await brand.performDue();
    const order = await products.expectOneOrder();
    expect(order).toMatchObject({
      email: brand.ada.email,
      lineItems: [{ variantId, quantity: 1 }],
      shippingAddress: { firstName: 'Ada', lastName: 'King', address1: '1 Main St', provinceCode: 'OR' },
    });
    expect(Number(order.total)).toBe(0);
    expect(order.tags.sort()).toEqual(['cairn', grantTag(grantId)]);
    expect(await brand.published()).toMatchObject([
      { version: 1, status: 'pending', orderName: null },
      { version: 2, status: 'ordered', orderName: order.name },
    ]);
    expect(await brand.claimed(orderProduct)).toEqual([]);
  });

  it('is named by the number of its variant too', async () => {
    await brand.ready(home);
    const { id } = await shopify.variant(brand.shop, 'MUG-SND');
    await brand.unlock([{ type: 'shopify_product', variantId: id.split('/').at(-1)! }]);
    await brand.performDue();
    expect((await products.expectOneOrder()).lineItems[0]!.variantId).toBe(id);
  });

  it('waits as claimable without an address, and is ordered by itself when that comes', async () => {
    await brand.ready();
    await products.unlocked();
    await brand.performDue();
    expect(await products.theReward()).toMatchObject({ status: 'claimable' });
    expect(await brand.claimed(orderProduct)).toEqual([]);
    await brand.tellAda(null);
    expect(await products.theReward()).toMatchObject({ status: 'claimable' });
    await brand.tellAda(home);
    await brand.tellAda(home);
    await brand.performDue();
    await products.expectOneOrder();
    expect((await brand.published()).map(event => [event.version, event.status])).toEqual([
      [1, 'pending'],
      [2, 'claimable'],
      [3, 'pending'],
      [4, 'ordered'],
    ]);
  });

  it('never misses an address that comes while it is being found missing', async () => {
    await brand.ready();
    for (let turn = 0; turn < 5; turn++) {
      await products.unlocked();
      const [work] = await brand.claimed(orderProduct);
      await Promise.all([service.order.perform(work!), brand.tellAda(home)]);
      await brand.performDue();
      await brand.performDue();
      await brand.tellAda(null);
    }
    expect((await brand.rewards()).map(item => item.status)).toEqual(Array(5).fill('ordered'));
    expect(await shopify.orders(brand.shop)).toHaveLength(5);
  });

  it('waits for the ambassador where the brand lets them choose', async () => {
    await brand.ready(home);
    await products.unlocked('TOTE-NAT', true);
    await brand.tellAda({ ...home, line1: '2 High St' });
    await brand.performDue();
    expect(await products.theReward()).toMatchObject({ status: 'claimable' });
    expect(await shopify.drafts(brand.shop)).toEqual([]);
  });

  it('waits for its shop and its ambassador', async () => {
    await brand.unlock([{ type: 'shopify_product', variantId: '1' }]);
    await brand.performDue();
    await brand.known();
    await brand.tellAda(home);
    await brand.performDue();
    expect(await products.theReward()).toMatchObject({
      status: 'pending',
      problem: 'Waiting for a shop to be connected',
    });
    await brand.ready(home);
    await brand.performDue();
    expect(await products.theReward()).toMatchObject({
      status: 'needs_attention',
      problem: 'Product with ID 1 is no longer available.',
    });
  });
});

describe('4.6 never two orders for one grant', () => {
  it.each([
    ['no_answer_after_commit', 'draftOrderCreate', 2],
    ['no_answer_after_commit', 'draftOrderComplete', 1],
    ['http_500', 'draftOrderCreate', 1],
    ['http_500', 'draftOrderComplete', 1],
    ['reset', 'draftOrderComplete', 1],
    ['throttled', 'draftOrderCreate', 1],
    ['throttled', 'draftOrderComplete', 1],
  ])('%s at %s, then again', async (fault, operation, drafts) => {
    await brand.ready(home);
    await products.unlocked();
    await shopify.fault(brand.shop, fault, { operation });
    await brand.performDue();
    expect(await products.theReward()).toMatchObject({ status: 'pending' });
    // Once is enough, unless a connection that both sides let go of ends a try as well.
    await until('it is tried again', async () => {
      await brand.performDue();
      return (await products.theReward()).status !== 'pending';
    });
    await products.expectOneOrder();
    expect(await shopify.drafts(brand.shop)).toHaveLength(drafts);
  });

  it('no answer three times in a row, wherever', async () => {
    await brand.ready(home);
    await products.unlocked();
    for (const operation of ['draftOrderComplete', 'draftOrder']) {
      await shopify.fault(brand.shop, 'no_answer_after_commit', { operation, times: 3 });
    }
    for (let turn = 0; turn < 5; turn++) await brand.performDue();
    await products.expectOneOrder();
  });

  it('killed after the draft was made and before it was stored: the draft is left over, and swept', async () => {
    await brand.ready(home);
    const { grantId } = await products.unlocked();
    const [work] = await brand.claimed(orderProduct);
    await products.takeAway();
    await service.order.perform(work!);
    expect(await shopify.drafts(brand.shop)).toHaveLength(1);
    expect(await products.draftOf(grantId)).toBeNull();
    await brand.performDue();
    const order = await products.expectOneOrder();
    expect(await shopify.drafts(brand.shop)).toHaveLength(2);

    // Not while somebody might be about to store it.
    service.time.now = new Date();
    for (const sweep of await brand.claimed(sweepDrafts)) await service.sweep.perform(sweep);
    expect(await shopify.drafts(brand.shop)).toHaveLength(2);
    service.time.now = new Date(Date.now() + 2 * 3_600_000);
    await until('Shopify’s search finds the draft, and it is deleted', async () => {
      for (const sweep of await brand.claimed(sweepDrafts)) await service.sweep.perform(sweep);
      return (await shopify.drafts(brand.shop)).length === 1;
    });
    expect((await shopify.drafts(brand.shop)).map(draft => draft.id)).toEqual([order.draftOrderId]);
    expect(await shopify.orders(brand.shop)).toHaveLength(1);
  });

  it('killed after the draft was stored: that draft is completed', async () => {
    await brand.ready(home);
    const { grantId } = await products.unlocked();
    await shopify.fault(brand.shop, 'reset', { operation: 'draftOrderComplete' });
    await brand.performDue();
    const stored = await products.draftOf(grantId);
    await brand.performDue();
    expect((await products.expectOneOrder()).draftOrderId).toBe(stored);
  });

  it('killed after the order was made and before that was stored', async () => {
    await brand.ready(home);
    const { grantId } = await products.unlocked();
    const [work] = await brand.claimed(orderProduct);
    await shopify.fault(brand.shop, 'slow', { operation: 'draftOrderComplete', ms: 500 });
    const run = service.order.perform(work!);
    await until('the draft is stored', async () => (await products.draftOf(grantId)) !== null);
    await products.takeAway();
    await run;
    expect(await products.theReward()).toMatchObject({ status: 'pending' });
    expect(await shopify.orders(brand.shop)).toHaveLength(1);
    await brand.performDue();
    await products.expectOneOrder();
    expect((await brand.published()).map(event => event.version)).toEqual([1, 2]);
  });

  it('two claimers at once', async () => {
    await brand.ready(home);
    for (let turn = 0; turn < 5; turn++) {
      await products.unlocked();
      const [first] = await brand.claimed(orderProduct);
      const [second] = await brand.claimed(orderProduct);
      await Promise.all([service.order.perform(first!), service.order.perform(second!)]);
      await brand.performDue();
    }
    expect((await brand.rewards()).map(item => item.status)).toEqual(Array(5).fill('ordered'));
    const orders = await shopify.orders(brand.shop);
    expect(new Set(orders.flatMap(order => order.tags)).size).toBe(6);
    expect(orders).toHaveLength(5);
  });

  it('a claimer so late that the grant was refused and tried again meanwhile', async () => {
    await brand.ready(home);
    const { grantId } = await products.unlocked();
    const [late] = await brand.claimed(orderProduct);
    await shopify.fault(brand.shop, 'slow', { operation: 'draftOrderCreate', ms: 1_000 });
    const run = service.order.perform(late!);
    await until('the shop has the draft', async () => (await shopify.drafts(brand.shop)).length === 1);
    await shopify.fault(brand.shop, 'user_error', {
      operation: 'draftOrderCreate',
      userError: { field: null, message: 'No.', code: null },
    });
    await brand.performDue();
    await brand.change(grantId, { kind: 'retry' });
    const [again] = await brand.claimed(orderProduct);
    expect(again!.attempt).toBe(late!.attempt);
    await run;
    expect(await products.draftOf(grantId)).toBeNull();
    await service.order.perform(again!);
    await products.expectOneOrder();
  });

  it('work that comes back when all is done', async () => {
    await brand.ready(home);
    await products.unlocked();
    const [work] = await brand.claimed(orderProduct);
    await service.order.perform(work!);
    await service.order.perform(work!);
    expect(await finishWork(brand.sql, work!)).toBe(false);
    await products.expectOneOrder();
  });
});
