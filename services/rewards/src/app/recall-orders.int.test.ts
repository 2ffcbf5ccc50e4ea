import { newId } from '@cairn/service-kit/events/derive';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { grantTag } from '../domain/product-order.js';
import { orderProduct } from '../domain/work.js';
import { listDraftOrders } from '../out/shopify/operations/list-draft-orders.js';
import { home, type Service, serviceOn, TestBrand } from '../testing/brand.js';
import { productsOf } from '../testing/product-orders.js';
import { standin } from '../testing/standin.js';

const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';
const shopify = standin(standinUrl);

let databases: TestDatabase[];
let lost: Service;
let restored: Service;
let before: TestBrand;
let after: TestBrand;

beforeAll(async () => {
  databases = [await createTestDatabase(migrations), await createTestDatabase(migrations)];
  [lost, restored] = databases.map(({ db }) => serviceOn(db, standinUrl)) as [Service, Service];
});

afterAll(async () => {
  for (const database of databases) await database.drop();
});

beforeEach(async () => {
  lost.time.now = new Date('2026-11-01T10:00:01.000Z');
  restored.time.now = new Date('2026-11-01T12:00:00.000Z');
  before = await new TestBrand(lost).ready(home);
  after = await new TestBrand(restored, before).ready(home);
});

const laterBy = (ms: number) => {
  restored.time.now = new Date(restored.time.now.getTime() + ms);
};

/** The shop's search has the grant's draft. */
const indexed = async (grantId: string) => {
  const shop = await before.access();
  const variables = { query: `tag:${grantTag(grantId)}`, first: 1, after: null };
  await until('Shopify’s search finds the draft', async () => {
    const { draftOrders } = await lost.admin.call(shop, newId(), listDraftOrders, variables);
    return draftOrders.nodes.length === 1;
  });
};

async function product(choice?: boolean) {
  const { id: variantId } = await shopify.variant(before.shop, 'TOTE-NAT');
  const unlock = await before.unlock([{ type: 'shopify_product', variantId, choice }]);
  return { unlock, variantId, grantId: unlock.data.grants[0]!.grantId };
}

describe('4.6 a product that the lost database ordered and never told', () => {
  it('is found by its draft’s tag, and not ordered again', async () => {
    const { unlock, grantId } = await product();
    const told = await before.stream();
    await before.performDue();
    await indexed(grantId);
    await after.recall(...told);
    await after.deliver(unlock);

    // Not before Shopify’s search has what was made in the last moments before the loss.
    await after.performDue();
    expect(await after.rewards()).toMatchObject([{ status: 'pending' }]);
    laterBy(30_000);
    await after.performDue();
    await productsOf(after, shopify).expectOneOrder();
    expect(await shopify.drafts(after.shop)).toHaveLength(1);
  });

  it('is found even where the stream never heard of the grant: its unlock is old', async () => {
    const { unlock, grantId } = await product();
    await before.performDue();
    await indexed(grantId);
    await after.deliver(unlock);
    await after.performDue();
    await productsOf(after, shopify).expectOneOrder();
  });

  it('is found where the backup has a draft that was replaced since', async () => {
    const { unlock, grantId } = await product();
    const work = await before.claimed(orderProduct);
    await after.deliver(unlock);
    await after.sql.query(
      `UPDATE grants SET draft_gid = 'gid://shopify/DraftOrder/999999999', draft_fingerprint = 'of then' WHERE grant_id = $1`,
      [grantId],
    );
    for (const one of work) await lost.order.perform(one);
    await indexed(grantId);
    await after.performDue();
    await productsOf(after, shopify).expectOneOrder();
  });

  it('and chosen by the ambassador is found too, without their choice', async () => {
    const { unlock, grantId, variantId } = await product(true);
    await before.change(grantId, { kind: 'claim', claim: { variantGid: variantId, address: home } });
    const told = await before.stream();
    await before.performDue();
    await indexed(grantId);
    await after.recall(...told);
    await after.deliver(unlock);
    laterBy(30_000);
    await after.performDue();
    await productsOf(after, shopify).expectOneOrder();
  });
});

describe('4.5 a product that was not ordered yet', () => {
  it('is ordered once', async () => {
    const { unlock } = await product();
    await after.recall(...(await before.stream()));
    await after.deliver(unlock);
    laterBy(30_000);
    await after.performDue();
    await after.performDue();
    await productsOf(after, shopify).expectOneOrder();
  });

  it('and whose draft was made is ordered once; the forgotten draft is no order', async () => {
    const { unlock } = await product();
    await shopify.fault(before.shop, 'http_500', { operation: 'draftOrderComplete' });
    await before.performDue();
    expect(await shopify.drafts(before.shop)).toHaveLength(1);
    await after.recall(...(await before.stream()));
    await after.deliver(unlock);
    laterBy(30_000);
    await after.performDue();
    await productsOf(after, shopify).expectOneOrder();
    expect(await shopify.drafts(before.shop)).toHaveLength(2);
  });

  it('is asked for again where the choice is lost', async () => {
    const { unlock, grantId, variantId } = await product(true);
    await before.change(grantId, { kind: 'claim', claim: { variantGid: variantId, address: home } });
    await after.recall(...(await before.stream()));
    await after.deliver(unlock);
    laterBy(30_000);
    await after.performDue();
    expect(await after.rewards()).toMatchObject([{ status: 'claimable' }]);
    expect(await shopify.drafts(after.shop)).toEqual([]);
    await after.change(grantId, { kind: 'claim', claim: { variantGid: variantId, address: home } });
    await after.performDue();
    await productsOf(after, shopify).expectOneOrder();
  });

  it('is ordered by itself where its address was known before it was recalled', async () => {
    await before.tellAda(null);
    const { unlock } = await product();
    await before.performDue();
    expect(await before.rewards()).toMatchObject([{ status: 'claimable' }]);
    await after.recall(...(await before.stream()));
    await after.deliver(unlock);
    laterBy(30_000);
    await after.performDue();
    await productsOf(after, shopify).expectOneOrder();
    expect((await after.published()).map(event => [event.version, event.status])).toEqual([
      [3, 'pending'],
      [4, 'ordered'],
    ]);
  });
});

describe('4.6 a code that was made at the shop and never told', () => {
  it('is found by its name', async () => {
    const unlock = await before.unlock();
    const told = await before.stream();
    await before.performDue();
    await after.recall(...told);
    await after.deliver(unlock);
    await after.performDue();
    const codes = await shopify.discounts(after.shop);
    expect(codes).toHaveLength(1);
    expect(await after.rewards()).toMatchObject([{ status: 'issued', code: codes[0]!.code }]);
  });
});
