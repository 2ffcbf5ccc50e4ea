import '@shopify/shopify-api/adapters/node';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiVersion, shopifyApi } from '@shopify/shopify-api';
import { z } from 'zod';
import { Receiver, until } from '../testing/receiver.js';
import { APP, SHOP, Standin } from '../testing/standin.js';

const SUBSCRIBE = `mutation ($topic: WebhookSubscriptionTopic!, $webhook: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhook) {
    webhookSubscription { id topic uri callbackUrl format endpoint { ... on WebhookHttpEndpoint { callbackUrl } } }
    userErrors { field message } } }`;
const LIST = `{ webhookSubscriptions(first: 20) { nodes { id topic uri includeFields } } }`;

const Deliveries = z.object({
  items: z.array(
    z.object({
      id: z.number(),
      topic: z.string(),
      state: z.string(),
      attempts: z.number(),
      webhookId: z.string(),
      outcome: z.string().nullable(),
    }),
  ),
});
const shopify = shopifyApi({
  apiKey: APP.key,
  apiSecretKey: APP.secret,
  apiVersion: ApiVersion.October26,
  hostName: 'localhost',
  isEmbeddedApp: false,
  logger: { log: async () => undefined },
});

let standin: Standin;
let receiver: Receiver;

beforeEach(async () => {
  receiver = new Receiver();
  await receiver.start();
  standin = new Standin(Date.now);
  await standin.start();
});
afterEach(async () => {
  await standin.stop();
  await receiver.stop();
});

async function subscribe(topic: string, change: object = {}) {
  return (await standin.ask(SUBSCRIBE, { topic, webhook: { uri: receiver.url, ...change } })).data
    ?.webhookSubscriptionCreate;
}

async function buy(change: object = {}) {
  const variants = await standin.control('GET', `/shops/${SHOP}/variants?sku=MUG-SND`);
  const variantId = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(variants).items[0]?.id;
  const body = { email: 'ada@example.com', lines: [{ variantId, quantity: 2 }], ...change };
  return z
    .object({ id: z.string(), lineItems: z.array(z.object({ id: z.string() })) })
    .loose()
    .parse(await standin.control('POST', `/shops/${SHOP}/orders`, body));
}

async function deliveries(query = '') {
  return Deliveries.parse(await standin.control('GET', `/shops/${SHOP}/deliveries${query}`)).items;
}

function numberOf(gid: string): string {
  return gid.split('/').at(-1) ?? '';
}

describe('a subscription', () => {
  it('is made, listed, changed and deleted', async () => {
    expect(await subscribe('ORDERS_PAID')).toEqual({
      webhookSubscription: {
        id: expect.stringMatching(/^gid:\/\/shopify\/WebhookSubscription\/\d+$/),
        topic: 'ORDERS_PAID',
        uri: receiver.url,
        callbackUrl: receiver.url,
        format: 'JSON',
        endpoint: { callbackUrl: receiver.url },
      },
      userErrors: [],
    });
    const listed = await standin.ask(LIST);
    const nodes = z.object({
      webhookSubscriptions: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
    });
    const id = nodes.parse(listed.data).webhookSubscriptions.nodes[0]?.id;
    const change = `mutation ($id: ID!) { webhookSubscriptionUpdate(id: $id, webhookSubscription: {includeFields: ["id"]}) {
      webhookSubscription { uri includeFields } userErrors { message } } }`;
    expect((await standin.ask(change, { id })).data?.webhookSubscriptionUpdate).toEqual({
      webhookSubscription: { uri: receiver.url, includeFields: ['id'] },
      userErrors: [],
    });
    const remove = `mutation ($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } } }`;
    expect((await standin.ask(remove, { id })).data?.webhookSubscriptionDelete).toMatchObject({
      deletedWebhookSubscriptionId: id,
    });
    expect((await standin.ask(remove, { id })).data?.webhookSubscriptionDelete).toEqual({
      deletedWebhookSubscriptionId: null,
      userErrors: [{ field: ['id'], message: 'Webhook subscription does not exist' }],
    });
  });

  it.each([
    [
      'a second one of the same address',
      'http://127.0.0.1:1/hook',
      'Address for this topic has already been taken',
    ],
    ['an address that is none', 'nowhere', 'Address is invalid'],
  ])('is refused: %s', async (_what, uri, message) => {
    await subscribe('ORDERS_PAID', { uri: 'http://127.0.0.1:1/hook' });
    expect(await subscribe('ORDERS_PAID', { uri })).toEqual({
      webhookSubscription: null,
      userErrors: [{ field: ['webhookSubscription', 'callbackUrl'], message }],
    });
  });

  it('to what is never sent says so', async () => {
    const answer = await standin.ask(SUBSCRIBE, { topic: 'CARTS_CREATE', webhook: { uri: receiver.url } });
    expect(answer.errors?.[0]?.message).toBe('not implemented by the stand-in: webhooks of CARTS_CREATE');
    const filtered = { topic: 'ORDERS_PAID', webhook: { uri: receiver.url, filter: 'id:1' } };
    expect((await standin.ask(SUBSCRIBE, filtered)).errors?.[0]?.message).toBe(
      'not implemented by the stand-in: WebhookSubscriptionInput.filter',
    );
  });
});

describe('a notice', () => {
  it('is signed as the library checks it, with Shopify’s headers', async () => {
    await subscribe('ORDERS_PAID');
    const order = await buy();
    await until(() => receiver.received.length === 1);
    const [notice] = receiver.received;
    const check = await shopify.webhooks.validate({
      rawBody: notice?.raw ?? '',
      rawRequest: { headers: notice?.headers, url: '/hook', method: 'POST' },
    } as unknown as Parameters<typeof shopify.webhooks.validate>[0]);
    expect(check).toMatchObject({ valid: true, topic: 'ORDERS_PAID', domain: SHOP, apiVersion: '2026-10' });
    expect(notice?.headers).toMatchObject({
      'x-shopify-topic': 'orders/paid',
      'x-shopify-event-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-shopify-triggered-at': expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(notice?.body).toMatchObject({
      id: Number(numberOf(order.id)),
      admin_graphql_api_id: order.id,
      name: '#1001',
      email: 'ada@example.com',
      financial_status: 'paid',
      customer: { email: 'ada@example.com' },
    });
  });

  it('carries only the fields that were asked for', async () => {
    await subscribe('ORDERS_CREATE', { includeFields: ['id', 'line_items.price'] });
    await buy();
    await until(() => receiver.received.length === 1);
    expect(Object.keys(receiver.received[0]?.body ?? {})).toEqual(['id', 'line_items']);
  });

  it('is sent of each thing that happens to an order', async () => {
    for (const topic of ['CREATE', 'PAID', 'UPDATED', 'EDITED', 'CANCELLED'])
      await subscribe(`ORDERS_${topic}`);
    await subscribe('REFUNDS_CREATE');
    const order = await buy({ paid: false });
    const at = `/shops/${SHOP}/orders/${numberOf(order.id)}`;
    const lineItemId = order.lineItems[0]?.id;
    await standin.control('POST', `${at}/pay`);
    await standin.control('POST', `${at}/refunds`, { lines: [{ lineItemId, quantity: 1 }] });
    await standin.control('POST', `${at}/edit`, { set: [{ lineItemId, quantity: 0 }] });
    await standin.control('POST', `${at}/cancel`);
    await until(async () => (await deliveries('?state=waiting')).length === 0);
    expect((await deliveries()).map(({ topic }) => topic)).toEqual([
      ...['ORDERS_CREATE', 'ORDERS_UPDATED', 'ORDERS_PAID', 'ORDERS_UPDATED'],
      ...['REFUNDS_CREATE', 'ORDERS_UPDATED', 'ORDERS_EDITED', 'ORDERS_UPDATED'],
      ...['ORDERS_CANCELLED', 'ORDERS_UPDATED'],
    ]);
    expect(receiver.of('refunds/create')[0]?.body).toMatchObject({
      order_id: Number(numberOf(order.id)),
      refund_line_items: [{ quantity: 1, line_item: { id: Number(numberOf(lineItemId ?? '')) } }],
    });
    expect(receiver.of('orders/edited')[0]?.body).toMatchObject({
      order_edit: {
        order_id: Number(numberOf(order.id)),
        line_items: { additions: [], removals: [{ delta: 1 }] },
      },
    });
  });

  it('is sent when a draft becomes an order, and when the app is uninstalled, the last one', async () => {
    await subscribe('ORDERS_PAID');
    await subscribe('APP_UNINSTALLED');
    const variants = await standin.control('GET', `/shops/${SHOP}/variants?sku=MUG-SND`);
    const [variant] = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(variants).items;
    const create = `mutation ($input: DraftOrderInput!) { draftOrderCreate(input: $input) { draftOrder { id } } }`;
    const off = { title: 'Reward', value: 100, valueType: 'PERCENTAGE' };
    const input = {
      lineItems: [{ variantId: variant?.id, quantity: 1 }],
      appliedDiscount: off,
      tags: ['cairn'],
    };
    const made = z
      .object({ draftOrderCreate: z.object({ draftOrder: z.object({ id: z.string() }) }) })
      .parse((await standin.ask(create, { input })).data);
    const { id } = made.draftOrderCreate.draftOrder;
    await standin.ask('mutation ($id: ID!) { draftOrderComplete(id: $id) { draftOrder { id } } }', { id });
    await until(() => receiver.of('orders/paid').length === 1);
    expect(receiver.of('orders/paid')[0]?.body).toMatchObject({
      source_name: 'shopify_draft_order',
      tags: 'cairn',
      total_price: '0.00',
      total_discounts: '24.00',
      discount_applications: [{ type: 'manual', title: 'Reward', value: '100.0', value_type: 'percentage' }],
      line_items: [{ price: '24.00', discount_allocations: [{ amount: '24.00' }] }],
    });
    await standin.control('POST', `/shops/${SHOP}/uninstall`);
    await until(() => receiver.of('app/uninstalled').length === 1);
    expect(receiver.of('app/uninstalled')[0]?.body).toMatchObject({ myshopify_domain: SHOP });
    expect(await standin.control('GET', `/shops/${SHOP}/webhooks`)).toEqual({ items: [] });
  });
});

describe('an address that does not answer', () => {
  beforeEach(async () => {
    await standin.control('POST', '/webhooks', { pauses: 0.0000001 });
    await subscribe('ORDERS_PAID');
    receiver.status = 503;
  });

  it('is tried again with the same id until it does, also by the next process', async () => {
    await standin.control('POST', '/webhooks', { pauses: 0.001 });
    await buy();
    await until(() => receiver.received.length > 0);
    await standin.restart();
    receiver.status = 200;
    await until(async () => (await deliveries('?state=delivered')).length === 1);
    const ids = new Set(receiver.received.map(({ headers }) => headers['x-shopify-webhook-id']));
    expect(ids.size).toBe(1);
  });

  it('is given up after eight more attempts, and its subscription removed', async () => {
    await buy();
    await until(async () => (await deliveries('?state=failed')).length === 1);
    expect((await deliveries())[0]).toMatchObject({ attempts: 9, outcome: '503' });
    expect(receiver.received).toHaveLength(9);
    expect((await standin.ask(LIST)).data).toEqual({ webhookSubscriptions: { nodes: [] } });
    receiver.status = 200;
    await standin.control('POST', `/shops/${SHOP}/deliveries/1/resend`);
    await until(async () => (await deliveries('?state=delivered')).length === 1);
  });
});

describe('bad deliveries on demand', () => {
  async function told(seed: number) {
    await standin.control('POST', '/webhooks', { twice: 0.4, lost: 0.3, shuffled: true, late: 40, seed });
    for (let i = 0; i < 20; i += 1) await buy(await oneBottle());
    await until(async () => (await deliveries('?state=waiting')).length === 0);
    return (await deliveries()).map(({ state }) => state);
  }
  async function oneBottle() {
    const variants = await standin.control('GET', `/shops/${SHOP}/variants?sku=BTL-750`);
    const [variant] = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(variants).items;
    return { lines: [{ variantId: variant?.id, quantity: 1 }] };
  }

  it('lose some, send some twice and out of order, the same ones for the same seed', async () => {
    await subscribe('ORDERS_PAID');
    const states = await told(7);
    const names = receiver.received.map(({ body }) => String(body.name));
    const distinct = [...new Set(names)];
    expect(states.filter(state => state === 'lost').length).toBeGreaterThan(0);
    expect(distinct.length).toBeLessThan(20);
    expect(names.length).toBeGreaterThan(distinct.length);
    expect(distinct).not.toEqual([...distinct].sort());
    const ids = new Set(receiver.received.map(({ headers }) => headers['x-shopify-webhook-id']));
    expect(ids.size).toBe(distinct.length);

    const other = new Standin(Date.now);
    const first = standin;
    await other.start();
    standin = other;
    receiver.received.length = 0;
    await subscribe('ORDERS_PAID');
    expect(await told(7)).toEqual(states);
    await first.stop();
  });
});
