import { envelope } from '@cairn/contracts/envelope';
import { orderSeen } from '@cairn/contracts/events/shop/order-seen';
import { shopUninstalled } from '@cairn/contracts/events/shop/uninstalled';
import { topics } from '@cairn/contracts/topics';
import { claimWork } from '@cairn/service-kit/due-work/due-work';
import { emailHash } from '@cairn/service-kit/email-hash';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { migrations } from '../../../migrations/all.js';
import { SubscribeWebhooks } from '../../app/subscribe-webhooks.js';
import { pullOrders, subscribeWebhooks } from '../../domain/work.js';
import { shopItems } from '../../out/postgres/shops.js';
import { type Service, serviceOn, TestBrand } from '../../testing/brand.js';
import { ShopNoticesEvents } from '../events/shop-notices.controller.js';

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
  domain = `orders-${newId().slice(-12)}.myshopify.com`;
  await control('POST', '', { domain, name: 'Orders', currencyCode: 'EUR' });
  const { authorizeUrl } = await service.connecting.begin(brand.caller, domain);
  const url = new URL(authorizeUrl);
  url.searchParams.set('approve', '1');
  const back = (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';
  const query = Object.fromEntries(new URL(back).searchParams);
  expect(await service.connecting.finish(query, brand.brandId)).toBe('connected');
});

async function control(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${standinUrl}/control/shops${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return await answer.json();
}

const minuteLater = () => {
  service.time.now = new Date(service.time.now.getTime() + 60_000);
};

const shopId = async () => (await shopItems(brand.sql, brand.brandId))[0]!.id;

/** Has the shop's due work of a kind done, until it is not due any more. */
async function perform(kind: string, moved?: SubscribeWebhooks): Promise<void> {
  const worker = kind === pullOrders ? service.pull : (moved ?? service.subscribe);
  const key = await shopId();
  await brand.sql.query('UPDATE due_work SET due_at = now() WHERE kind = $1 AND key = $2', [kind, key]);
  for (;;) {
    const work = (await claimWork(brand.sql, kind, 100, 60_000)).find(one => one.key === key);
    if (work === undefined) return;
    await worker.perform(work);
  }
}

const subscriptions = async () =>
  z
    .object({
      items: z.array(z.object({ id: z.union([z.string(), z.number()]), topic: z.string(), uri: z.string() })),
    })
    .parse(await control('GET', `/${domain}/webhooks`)).items;

describe('a connected shop', () => {
  it('tells ingestion of its orders: each topic once, again where it was taken away, mended where it goes elsewhere', async () => {
    const uri = `http://127.0.0.1:9/v1/webhooks/shopify/${brand.brandId}`;
    const wanted = ['APP_UNINSTALLED', 'ORDERS_PAID', 'ORDERS_UPDATED', 'REFUNDS_CREATE'].map(topic => [
      topic,
      uri,
    ]);
    const now = async () => (await subscriptions()).map(({ topic, uri: to }) => [topic, to]).sort();
    await perform(subscribeWebhooks);
    expect(await now()).toEqual(wanted);
    await perform(subscribeWebhooks);
    expect(await now()).toEqual(wanted);
    const settings = { ...service.settings, INGESTION_PUBLIC_URL: 'http://127.0.0.1:10' };
    const logger = createLogger('test', 'silent');
    await perform(subscribeWebhooks, new SubscribeWebhooks(db, service.admin, settings, logger));
    expect(await now()).toEqual(wanted.map(([topic]) => [topic, uri.replace(':9/', ':10/')]));
  });

  it('4.7 that took the app away is lost, unless it was connected again since', async () => {
    const told = async (time: Date) =>
      await inTransaction(db, async sql => {
        const event = {
          ...({
            specversion: '1.0',
            id: newId(),
            source: 'cairn/ingestion',
            type: shopUninstalled.type,
          } as const),
          ...{
            brandid: brand.brandId,
            acceptedat: time.toISOString(),
            correlationid: 'x',
            time: time.toISOString(),
          },
          data: { shopDomain: domain },
        };
        await new ShopNoticesEvents().handle([event], { sql, topic: topics.shopNotices.topic, partition: 0 });
      });
    const status = async () => (await shopItems(brand.sql, brand.brandId))[0]!.status;
    const { connectedAt } = (await shopItems(brand.sql, brand.brandId))[0]!;
    await told(new Date(Date.parse(connectedAt) - 1));
    expect(await status()).toBe('connected');
    for (let n = 0; n < 2; n++) await told(new Date(Date.parse(connectedAt) + 1));
    expect(await status()).toBe('uninstalled');
    expect((await brand.audited()).filter(({ action }) => action === 'shop.uninstalled')).toHaveLength(1);
  });
});

describe('the pull', () => {
  const variants = z.object({ items: z.array(z.object({ id: z.string() })) });
  const made = z.object({ id: z.union([z.string(), z.number()]) }).loose();

  async function buy(part: object = {}): Promise<string> {
    const { items } = variants.parse(await control('GET', `/${domain}/variants?sku=MUG-SND`));
    const lines = [{ variantId: items[0]!.id, quantity: 3, price: '30.00' }];
    const order = {
      lines,
      email: 'Buyer@Example.com',
      discount: '9.00',
      shipping: '4.90',
      paid: true,
      ...part,
    };
    return String(made.parse(await control('POST', `/${domain}/orders`, order)).id)
      .split('/')
      .at(-1)!;
  }

  async function seen() {
    const rows = await brand.sql.query<{ value: string }>(
      'SELECT value FROM outbox WHERE topic = $1 AND key LIKE $2 ORDER BY id',
      [topics.shopOrders.topic, `${brand.brandId}:%`],
    );
    return rows.map(({ value }) => orderSeen.data.parse(envelope.parse(JSON.parse(value)).data));
  }

  /** The shop's index is late. */
  const pulled = async (count: number) =>
    await until('the orders are found', async () => {
      await perform(pullOrders);
      return (await seen()).length >= count;
    });

  it('tells of orders as webhooks would have: net, codes, landing page, buyer’s hash', async () => {
    const click = '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a77';
    const landingSite = `/?ref=ADA&cairn_click=${click}`;
    const noteAttributes = [{ key: 'ref', value: 'BEA' }];
    const id = await buy({ landingSite, noteAttributes, taxRate: 0.2, taxesIncluded: true });
    await pulled(1);
    const [order] = await seen();
    expect(order).toMatchObject({
      ...{
        shopDomain: domain,
        orderId: id,
        currency: 'EUR',
        paid: true,
        excluded: null,
        taxesIncluded: true,
      },
      // 81.00 with a sixth of it tax.
      ...{ netAmount: 6_750, refunds: [], noted: { ref: 'BEA', clickId: null } },
      landed: { ref: 'ADA', clickId: click },
      customerEmailHash: emailHash('buyer@example.com', 'email-hash-key-of-tests'),
    });
    expect(JSON.stringify(order)).not.toMatch(/@|Buyer/i);
  });

  it('tells of refunds by their items, and goes on in pages', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) ids.push(await buy());
    await control('POST', `/${domain}/orders/${ids[0]}/refunds`, { shippingOnly: true });
    await pulled(12);
    const told = await seen();
    expect([...new Set(told.map(({ orderId }) => orderId))].sort()).toEqual([...ids].sort());
    expect(told.find(({ orderId }) => orderId === ids[0])).toMatchObject({
      netAmount: 8_100,
      refunds: [{ netAmount: 0 }],
    });
  });

  it('is made at once where an admin asks, and says up to when it was', async () => {
    const { connectedAt } = (await shopItems(brand.sql, brand.brandId))[0]!;
    await pulled(0);
    const first = (await shopItems(brand.sql, brand.brandId))[0]!.ordersPulledAt!;
    expect(Date.parse(first)).toBeGreaterThanOrEqual(Date.parse(connectedAt));
    const dueAfter = async () =>
      (
        await brand.sql.query<{ ms: number }>(
          'SELECT extract(epoch FROM due_at - clock_timestamp()) * 1000 AS ms FROM due_work WHERE kind = $1 AND key = $2',
          [pullOrders, await shopId()],
        )
      ).map(({ ms }) => Number(ms));
    expect((await dueAfter())[0]).toBeGreaterThan(3_600_000);
    minuteLater();
    await service.changing.pullOrders(brand.caller, await shopId());
    expect((await dueAfter())[0]).toBeLessThanOrEqual(0);
    await perform(pullOrders);
    const [shop] = await shopItems(brand.sql, brand.brandId);
    expect(Date.parse(shop!.ordersPulledAt!)).toBeGreaterThan(Date.parse(first));
    expect((await brand.audited()).map(({ action }) => action)).toContain('shop.pull_orders');
  });

  it('is there for a shop of the brand that is connected', async () => {
    const other = await new TestBrand(service).known();
    const id = await shopId();
    await expect(service.changing.pullOrders(other.caller, id)).rejects.toMatchObject({ code: 'not_found' });
    await service.changing.disconnect(brand.caller, id);
    await expect(service.changing.pullOrders(brand.caller, id)).rejects.toMatchObject({
      code: 'shop_not_connected',
    });
  });

  it('begins with what was bought since the shop was connected first, however often it was connected again', async () => {
    const from = async () =>
      (
        await brand.sql.query<{ at: string }>('SELECT orders_from AS at FROM shops WHERE shop_id = $1', [
          await shopId(),
        ])
      )[0]!.at;
    const before = await from();
    minuteLater();
    const { authorizeUrl } = await service.connecting.begin(brand.caller, domain);
    const url = new URL(authorizeUrl);
    url.searchParams.set('approve', '1');
    const back = (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';
    const query = Object.fromEntries(new URL(back).searchParams);
    expect(await service.connecting.finish(query, brand.brandId)).toBe('connected');
    expect(await from()).toEqual(before);
    expect((await shopItems(brand.sql, brand.brandId))[0]!.connectedAt).not.toEqual(before);
  });

  it('leaves out nothing that is no sale, but says so', async () => {
    await buy({ test: true });
    await pulled(1);
    expect((await seen())[0]).toMatchObject({ excluded: 'test' });
  });
});
