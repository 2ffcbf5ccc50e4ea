import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createApp } from './app.js';

const SHOP = 'rosewood.myshopify.com';

const CREATE = `mutation CreateDraft($input: DraftOrderInput!) {
  draftOrderCreate(input: $input) { draftOrder { id name status } userErrors { field message } }
}`;
const COMPLETE = `mutation CompleteDraft($id: ID!) {
  draftOrderComplete(id: $id) { draftOrder { id status order { id name } } userErrors { field message } }
}`;
const DRAFT = `query Draft($id: ID!) {
  draftOrder(id: $id) { id status completedAt tags customAttributes { key value } order { id name }
    totalPriceSet { shopMoney { amount currencyCode } } appliedDiscount { value amountSet { shopMoney { amount } } }
    shippingAddress { city country countryCodeV2 formatted } customer { email numberOfOrders }
    lineItems(first: 5) { nodes { title variantTitle quantity variant { sku inventoryQuantity } } } } }`;

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() }).loose()).optional(),
});
const Created = z.object({
  draftOrderCreate: z.object({ draftOrder: z.object({ id: z.string() }).loose() }).loose(),
});
const Variants = z.object({
  items: z.array(z.object({ id: z.string(), sku: z.string().nullable() }).loose()),
});

let directory: string;
let app: FastifyInstance;
let url: string;
let token: string;
let now: number;

async function start(): Promise<void> {
  const options = {
    DATA_DIR: directory,
    RESTORE_RATE: 100,
    BUCKET: 1000,
    SEARCH_LAG_MS: 2000,
    CONTROL_OPEN: false,
  };
  app = createApp({ ...options, LOG_LEVEL: 'silent' }, () => now);
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  const made = await control('POST', '/shops', { domain: SHOP });
  token = z.object({ accessToken: z.string() }).parse(await made.json()).accessToken;
}

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'standin-'));
  now = Date.parse('2026-11-01T10:00:00Z');
  await start();
});
afterEach(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

function control(method: string, route: string, body?: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${url}/control${route}`, {
    method,
    ...(body ? { headers, body: JSON.stringify(body) } : {}),
  });
}

function send(query: string, variables: object = {}): Promise<Response> {
  return fetch(`${url}/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-access-token': token,
      'x-shopify-shop-domain': SHOP,
    },
    body: JSON.stringify({ query, variables }),
  });
}

async function ask(query: string, variables: object = {}) {
  return Answer.parse(await (await send(query, variables)).json());
}

async function listed(what: string) {
  const answer = await control('GET', `/shops/${SHOP}/${what}`);
  return z.object({ items: z.array(z.record(z.string(), z.unknown())) }).parse(await answer.json()).items;
}

async function variantId(sku: string): Promise<string> {
  const answer = await control('GET', `/shops/${SHOP}/variants?sku=${sku}`);
  return Variants.parse(await answer.json()).items[0]?.id ?? '';
}

async function grantInput(sku = 'TOTE-NAT') {
  return {
    lineItems: [{ variantId: await variantId(sku), quantity: 1 }],
    appliedDiscount: { title: 'Reward', value: 100, valueType: 'PERCENTAGE' },
    email: 'ada@example.com',
    shippingAddress: {
      firstName: 'Ada',
      lastName: 'Byron',
      address1: 'Torstr. 1',
      city: 'Berlin',
      zip: '10119',
      countryCode: 'DE',
    },
    tags: ['cairn', 'grant-1'],
    note: 'A reward',
    customAttributes: [{ key: 'grant', value: 'grant-1' }],
  };
}

async function drafted(sku?: string): Promise<string> {
  const answer = await ask(CREATE, { input: await grantInput(sku) });
  return Created.parse(answer.data).draftOrderCreate.draftOrder.id;
}

describe('the starting catalogue', () => {
  it('has 8 products with 16 variants, one of them sold out', async () => {
    const answer = await ask('{ products(first: 50) { nodes { title variantsCount { count } } } }');
    expect(answer.data).toHaveProperty('products.nodes.length', 8);
    const variants = await listed('variants');
    expect(variants).toHaveLength(16);
    expect(variants.filter(variant => variant.availableForSale === false)).toMatchObject([
      { sku: 'TOTE-BLK', inventoryQuantity: 0 },
    ]);
  });

  it.each([
    ['linen', ['TOTE-NAT', 'TOTE-OLV', 'TOTE-BLK', 'THROW-130']],
    ['title:"Linen Tote" olive', ['TOTE-OLV']],
    ['bean*', ['BEAN-CHA', 'BEAN-RUS']],
    ['sku:MUG-SND', ['MUG-SND']],
    ['title:nothing', []],
  ])('is searched for %s', async (query, skus) => {
    const answer = await ask(
      'query ($q: String) { productVariants(first: 50, query: $q) { nodes { sku } } }',
      { q: query },
    );
    expect(answer.data).toEqual({ productVariants: { nodes: skus.map(sku => ({ sku })) } });
  });

  it('answers a variant by id, alone and among nodes', async () => {
    const id = await variantId('TEE-M');
    const answer = await ask(
      `query ($id: ID!) {
        productVariant(id: $id) { title displayName sku price inventoryQuantity inventoryPolicy availableForSale
          image { url } selectedOptions { name value } product { title status } }
        nodes(ids: [$id, "gid://shopify/ProductVariant/7"]) { id ... on ProductVariant { sku } } }`,
      { id },
    );
    expect(answer).toEqual({
      data: {
        productVariant: {
          title: 'M',
          displayName: 'Organic Cotton T-Shirt - M',
          sku: 'TEE-M',
          price: '42.00',
          inventoryQuantity: 75,
          inventoryPolicy: 'DENY',
          availableForSale: true,
          image: null,
          selectedOptions: [{ name: 'Size', value: 'M' }],
          product: { title: 'Organic Cotton T-Shirt', status: 'ACTIVE' },
        },
        nodes: [{ id, sku: 'TEE-M' }, null],
      },
    });
  });

  it('changes by the control API: added, restocked, deleted', async () => {
    const variants = [{ title: 'Blue', sku: 'SOCK-BLU', price: '9.5', inventoryQuantity: 1 }];
    const made = await control('POST', `/shops/${SHOP}/products`, { title: 'Socks', variants });
    expect(made.status).toBe(201);
    const product = z
      .object({ id: z.string(), variants: z.array(z.object({ id: z.string() }).loose()) })
      .parse(await made.json());
    const red = { title: 'Red', sku: 'SOCK-RED', price: '9.50' };
    const route = `/shops/${SHOP}/products/${encodeURIComponent(product.id)}/variants`;
    expect((await control('POST', route, red)).status).toBe(201);
    const blue = `/shops/${SHOP}/variants/${encodeURIComponent(product.variants[0]?.id ?? '')}`;
    const changed = await control('PATCH', blue, { inventoryQuantity: 0 });
    expect(await changed.json()).toMatchObject({ sku: 'SOCK-BLU', price: '9.50', availableForSale: false });
    expect((await control('DELETE', blue)).status).toBe(204);
    expect((await control('DELETE', blue)).status).toBe(404);
    expect((await control('PATCH', blue, { inventoryQuantity: 'many' })).status).toBe(404);
    expect((await control('POST', route, { price: 'free' })).status).toBe(400);
    expect(await listed('variants?sku=SOCK-RED')).toMatchObject([{ inventoryQuantity: 0 }]);
  });
});

describe('a product for nothing', () => {
  it('is drafted, completed into one order, and shown by both ids', async () => {
    const id = await drafted();
    const done = await ask(COMPLETE, { id });
    expect(done.data).toEqual({
      draftOrderComplete: {
        draftOrder: { id, status: 'COMPLETED', order: { id: expect.any(String), name: '#1001' } },
        userErrors: [],
      },
    });
    const again = await ask(COMPLETE, { id });
    expect(again.data).toMatchObject({
      draftOrderComplete: {
        draftOrder: { id, order: { name: '#1001' } },
        userErrors: [{ field: null, message: 'This order has been paid' }],
      },
    });
    const draft = await ask(DRAFT, { id });
    expect(draft).toEqual({
      data: {
        draftOrder: {
          id,
          status: 'COMPLETED',
          completedAt: '2026-11-01T10:00:00Z',
          tags: ['cairn', 'grant-1'],
          customAttributes: [{ key: 'grant', value: 'grant-1' }],
          order: { id: expect.any(String), name: '#1001' },
          totalPriceSet: { shopMoney: { amount: '0.0', currencyCode: 'USD' } },
          appliedDiscount: { value: 100, amountSet: { shopMoney: { amount: '38.0' } } },
          shippingAddress: {
            city: 'Berlin',
            country: 'Germany',
            countryCodeV2: 'DE',
            formatted: ['Torstr. 1', 'Berlin 10119', 'Germany'],
          },
          customer: { email: 'ada@example.com', numberOfOrders: '1' },
          lineItems: {
            nodes: [
              {
                title: 'Linen Tote Bag',
                variantTitle: 'Natural',
                quantity: 1,
                variant: { sku: 'TOTE-NAT', inventoryQuantity: 119 },
              },
            ],
          },
        },
      },
    });
    expect(await listed('orders?tag=grant-1')).toMatchObject([
      {
        name: '#1001',
        draftOrderId: id,
        total: '0.0',
        email: 'ada@example.com',
        shippingAddress: { city: 'Berlin' },
        lineItems: [{ sku: 'TOTE-NAT', quantity: 1 }],
      },
    ]);
    expect(await listed('draft-orders?status=OPEN')).toEqual([]);
  });

  it('stays a draft while it is sold out, and goes through when there is stock', async () => {
    const id = await drafted('TOTE-BLK');
    const refused = await ask(COMPLETE, { id });
    expect(refused.data).toMatchObject({
      draftOrderComplete: {
        draftOrder: { status: 'OPEN', order: null },
        userErrors: [{ field: null, message: 'Line items Unable to reserve inventory' }],
      },
    });
    const variant = encodeURIComponent(await variantId('TOTE-BLK'));
    await control('PATCH', `/shops/${SHOP}/variants/${variant}`, { inventoryQuantity: 1 });
    expect((await ask(COMPLETE, { id })).data).toMatchObject({ draftOrderComplete: { userErrors: [] } });
    expect(await listed('orders')).toHaveLength(1);
  });

  it('is refused by the schema for a country code that does not exist', async () => {
    const input = { ...(await grantInput()), shippingAddress: { countryCode: 'XX' } };
    const { errors } = await ask(CREATE, { input });
    expect(errors?.[0]?.message).toContain(
      'Variable $input of type DraftOrderInput! was provided invalid value for shippingAddress.countryCode (Expected "XX" to be one of: AC, AD',
    );
    expect(await listed('draft-orders')).toEqual([]);
  });

  it('is found by search late: the draft, that it is completed, and the order', async () => {
    const count = async () => {
      const answer = await ask(`{ all: draftOrders(first: 5, query: "tag:grant-1") { nodes { id } }
        open: draftOrders(first: 5, query: "tag:grant-1 status:open") { nodes { id } }
        orders(first: 5, query: "tag:grant-1") { nodes { id } } }`);
      const nodes = z.record(z.string(), z.object({ nodes: z.array(z.unknown()) })).parse(answer.data);
      return Object.values(nodes).map(list => list.nodes.length);
    };
    const id = await drafted();
    expect(await count()).toEqual([0, 0, 0]);
    now += 2000;
    expect(await count()).toEqual([1, 1, 0]);
    await ask(COMPLETE, { id });
    expect(await count()).toEqual([1, 1, 0]);
    now += 2000;
    expect(await count()).toEqual([1, 0, 1]);
    expect((await ask('{ orders(first: 5, reverse: true) { nodes { name } } }')).data).toEqual({
      orders: { nodes: [{ name: '#1001' }] },
    });
    await ask(`mutation { draftOrderDelete(input: { id: "${id}" }) { deletedId } }`);
    expect((await ask(DRAFT, { id })).data).toEqual({ draftOrder: null });
    expect(await listed('orders')).toHaveLength(1);
  });
});

describe('faults', () => {
  it('can hang up after a draft or an order was really made', async () => {
    await control('POST', '/faults', { kind: 'no_answer_after_commit', operation: 'draftOrderCreate' });
    await expect(send(CREATE, { input: await grantInput() })).rejects.toThrow();
    const [draft] = await listed('draft-orders?tag=grant-1');
    expect(draft).toMatchObject({ status: 'OPEN', orderId: null });
    await control('POST', '/faults', { kind: 'no_answer_after_commit', operation: 'draftOrderComplete' });
    await expect(send(COMPLETE, { id: draft?.id })).rejects.toThrow();
    expect(await listed('orders?tag=grant-1')).toHaveLength(1);
    expect((await ask(DRAFT, { id: draft?.id })).data).toMatchObject({
      draftOrder: { order: { name: '#1001' } },
    });
  });

  it('can refuse with a user error, and do nothing', async () => {
    const id = await drafted();
    const userError = { field: null, message: 'Out of luck', code: null };
    const operation = 'draftOrderComplete';
    expect((await control('POST', '/faults', { kind: 'user_error', operation, userError })).status).toBe(201);
    expect((await ask(COMPLETE, { id })).data).toEqual({
      draftOrderComplete: { draftOrder: null, userErrors: [{ field: null, message: 'Out of luck' }] },
    });
    await control('POST', '/faults', { kind: 'throttled', operation });
    expect((await ask(COMPLETE, { id })).errors).toMatchObject([{ message: 'Throttled' }]);
    expect(await listed('orders')).toEqual([]);
  });
});

describe('state', () => {
  it('is there after a restart: stock, draft and order', async () => {
    const id = await drafted();
    await ask(COMPLETE, { id });
    const before = [await listed('orders'), await listed('draft-orders'), await listed('variants')];
    await app.close();
    await start();
    expect([await listed('orders'), await listed('draft-orders'), await listed('variants')]).toEqual(before);
  });
});

describe('the page', () => {
  it('shows orders, drafts and stock', async () => {
    await ask(COMPLETE, { id: await drafted() });
    await drafted('MUG-SND');
    const html = await (await fetch(url)).text();
    for (const text of ['#1001', '#D2', '1 × Linen Tote Bag, Natural', 'Torstr. 1, 10119, Berlin, DE'])
      expect(html).toContain(text);
  });
});
