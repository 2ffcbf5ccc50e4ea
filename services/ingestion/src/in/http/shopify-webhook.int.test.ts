import { randomUUID } from 'node:crypto';
import { orderSeen } from '@cairn/contracts/events/shop/order-seen';
import { attributionView } from '@cairn/contracts/http/attribution';
import { emailHash } from '@cairn/service-kit/email-hash';
import { callerHeader, encodeCaller } from '@cairn/service-kit/http/caller';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { deleteOldWebhooks } from '../../app/delete-old-webhooks.js';
import { TakeShopOrders } from '../../app/take-shop-orders.js';
import { findJudgingBrands } from '../../out/postgres/brands.js';
import { type ActivityLog, activityLog } from '../../testing/activity-log.js';
import {
  brokers,
  type IngestionApp,
  ingestionApp,
  makeBrand,
  type TestBrand,
} from '../../testing/ingestion-app.js';
import { follow, makeLink, type TestLink } from '../../testing/links.js';
import {
  deliver,
  minutesAgo,
  newShopId,
  restOrder,
  restRefund,
  secrets,
  shopDomain,
} from '../../testing/shop.js';

let app: IngestionApp;
let log: ActivityLog;
let brand: TestBrand;
let ada: TestLink;
let order: number;

beforeAll(async () => {
  app = await ingestionApp();
  log = await activityLog(brokers);
}, 60_000);
afterAll(async () => {
  await log.stop();
  await app.stop();
});
beforeEach(async () => {
  brand = await makeBrand(app);
  ada = await makeLink(app, brand, 'ADA');
  order = newShopId();
});

const sql = () => onPool(app.database.db);
const withCode = (part: object = {}) =>
  restOrder(order, { discount_codes: [{ code: 'Ada', amount: '9.00' }], ...part });

/** What points was told, once all of it is out. */
async function told() {
  await until('the outbox is empty', async () => (await sql().query('SELECT FROM outbox')).length === 0);
  return (await log.of(brand.brandId)).map(({ key, event }) => ({
    key,
    id: event.correlationid,
    data: event.data,
    time: event.time,
  }));
}

async function ask(path: string, of: TestBrand = brand): Promise<unknown> {
  const caller = encodeCaller({ brandId: of.brandId, actor: { kind: 'system', id: 'test', ip: null } });
  const headers = { authorization: 'Bearer service-token-of-tests', [callerHeader]: caller };
  return await (await fetch(`${app.url}/internal/attribution/${path}`, { headers })).json();
}

const decision = async (of: TestBrand = brand) =>
  z.object({ items: z.array(attributionView) }).parse(await ask(`orders?ids=${order}`, of)).items[0];

const sale = (netAmount: number, part: object = {}) => ({
  key: `${brand.brandId}:${ada.ambassadorId}`,
  id: `shopify:orders/paid:${order}`,
  time: expect.any(String),
  data: {
    ambassador: { by: 'id', value: ada.ambassadorId },
    ...{ orderId: String(order), currency: 'USD', netAmount },
    customerEmailHash: emailHash('buyer@example.com', 'email-hash-key-of-tests'),
    ...part,
  },
});

describe('orders/paid', () => {
  it('is a sale of whose code was used: once, with the net amount, when it was placed, and with the evidence', async () => {
    const id = randomUUID();
    for (const webhookId of [id, id, randomUUID()])
      expect(await deliver(app, brand, 'orders/paid', withCode(), { id: webhookId })).toEqual({
        status: 200,
        body: {},
      });
    await deliver(app, brand, 'orders/updated', withCode());
    const placed = new Date(Math.floor(Date.parse(withCode().created_at) / 60_000) * 60_000);
    expect(await told()).toEqual([sale(8_100)]);
    expect(Math.abs(Date.parse((await told())[0]!.time) - placed.getTime())).toBeLessThan(120_000);
    expect(await decision()).toMatchObject({
      ...{
        orderId: String(order),
        orderName: '#1001',
        shopDomain,
        method: 'code',
        ambassadorId: ada.ambassadorId,
      },
      evidence: { code: 'Ada', foundIn: 'discount_code', touches: [], windowDays: 30, model: 'last_click' },
    });
  });

  it('that comes many times at once is one sale', async () => {
    const same = randomUUID();
    const ids = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? same : randomUUID()));
    const answers = await Promise.all(ids.map(id => deliver(app, brand, 'orders/paid', withCode(), { id })));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect(await told()).toEqual([sale(8_100)]);
  });

  it('2.6 has tax taken out where prices have it, and is of what edits left', async () => {
    const [line] = withCode().line_items;
    const lines = [{ ...line, current_quantity: 2 }];
    await deliver(app, brand, 'orders/paid', withCode({ taxes_included: true, line_items: lines }));
    // (3 × 30.00 − 9.00) × 2/3 less 6.48 × 2/3.
    expect(await told()).toEqual([sale(5_400 - 432)]);
  });

  it('of a test, or of a reward’s order, is no sale', async () => {
    await deliver(app, brand, 'orders/paid', withCode({ test: true }));
    order = newShopId();
    await deliver(app, brand, 'orders/paid', withCode({ tags: `cairn, cairn-${'0f'.repeat(16)}` }));
    order = newShopId();
    await deliver(app, brand, 'orders/updated', withCode());
    expect(await told()).toEqual([]);
  });

  it('of nobody’s is kept, and found by the next word on it once somebody has the code', async () => {
    await deliver(app, brand, 'orders/paid', restOrder(order, { discount_codes: [{ code: 'BEA' }] }));
    await deliver(app, brand, 'refunds/create', restRefund(1, order, '27.00'));
    expect(await told()).toEqual([]);
    ada = await makeLink(app, brand, 'bea');
    await deliver(app, brand, 'orders/updated', restOrder(order, { discount_codes: [{ code: 'BEA' }] }));
    expect((await told()).map(({ id, data }) => [id, data])).toEqual([
      [`shopify:orders/paid:${order}`, sale(8_100).data],
      ['shopify:refunds/create:1', { orderId: String(order), netAmount: 2_700 }],
    ]);
  });

  it('older than the brand takes is none', async () => {
    brand = await makeBrand(app, { maxEventAgeDays: 1 });
    await makeLink(app, brand, 'ADA');
    await deliver(app, brand, 'orders/paid', withCode({ created_at: minutesAgo(1_500) }));
    expect(await told()).toEqual([]);
  });
});

describe('a click', () => {
  const clickedOn = async (code: string) => (await follow(app, code)).address!;

  it('is found in the address on which the buyer came, and is the last of theirs', async () => {
    const { address, cookie } = await follow(app, `ADA?b=${brand.brandId}`);
    const bea = await makeLink(app, brand, 'BEA');
    await follow(app, `BEA?b=${brand.brandId}`, { cookie: cookie! });
    const landing = `${address!.pathname}${address!.search}`;
    await deliver(
      app,
      brand,
      'orders/paid',
      restOrder(order, { created_at: minutesAgo(-1), landing_site: landing }),
    );
    expect(await decision()).toMatchObject({
      ...{ method: 'click', ambassadorId: bea.ambassadorId },
      evidence: { code: 'bea', foundIn: 'landing_page', touches: [{ code: 'ada' }, { code: 'bea' }] },
    });
  });

  it('of another brand is none of this one’s; the link’s code is', async () => {
    const other = await makeBrand(app);
    await makeLink(app, other, 'OTHER');
    const clickId = (await clickedOn(`OTHER?b=${other.brandId}`)).searchParams.get('cairn_click')!;
    const note_attributes = [
      { name: 'cairn_click', value: clickId },
      { name: 'ref', value: 'ada' },
    ];
    await deliver(app, brand, 'orders/paid', restOrder(order, { note_attributes }));
    expect(await decision()).toMatchObject({
      ...{ method: 'ref', ambassadorId: ada.ambassadorId },
      evidence: { code: 'ada', foundIn: 'note_attribute', touches: [] },
    });
    expect(await decision(other)).toBeUndefined();
  });

  it('is not needed of a customer whom somebody brought before, within the brand’s days', async () => {
    await sql().query('UPDATE brands SET attribution_recurring_days = 30 WHERE brand_id = $1', [
      brand.brandId,
    ]);
    await deliver(app, brand, 'orders/paid', withCode({ created_at: minutesAgo(30 * 1_440 + 30) }));
    const first = order;
    order = newShopId();
    await deliver(app, brand, 'orders/paid', restOrder(order, { created_at: minutesAgo(60) }));
    expect(await decision()).toMatchObject({
      ...{ method: 'earlier_order', ambassadorId: ada.ambassadorId },
      evidence: { code: null, earlierOrderId: String(first), recurringDays: 30 },
    });
    order = newShopId();
    await sql().query('UPDATE brands SET attribution_recurring_days = 0 WHERE brand_id = $1', [
      brand.brandId,
    ]);
    await deliver(app, brand, 'orders/paid', restOrder(order));
    expect(await decision()).toBeUndefined();
  });
});

describe('refunds and edits', () => {
  it('2.9 are told once each, whatever comes first; shipping alone is nothing', async () => {
    await deliver(app, brand, 'refunds/create', restRefund(11, order, '27.00'));
    await deliver(app, brand, 'refunds/create', restRefund(12, order, null));
    await deliver(app, brand, 'orders/paid', withCode());
    await deliver(app, brand, 'refunds/create', restRefund(11, order, '27.00'));
    const refunds = [restRefund(11, order, '27.00'), restRefund(12, order, null)];
    const [line] = withCode().line_items;
    const lines = [{ ...line, current_quantity: 2 }];
    await deliver(
      app,
      brand,
      'orders/updated',
      withCode({ updated_at: minutesAgo(1), refunds, line_items: lines }),
    );
    expect((await told()).map(({ id, data }) => [id, data])).toEqual([
      [`shopify:orders/paid:${order}`, sale(8_100).data],
      ['shopify:refunds/create:11', { orderId: String(order), netAmount: 2_700 }],
    ]);
  });

  it('2.6 an edit takes off, and gives back', async () => {
    const [line] = withCode().line_items;
    const left = (current_quantity: number, minutes: number) =>
      withCode({ updated_at: minutesAgo(minutes), line_items: [{ ...line, current_quantity }] });
    await deliver(app, brand, 'orders/paid', withCode());
    await deliver(app, brand, 'orders/updated', left(1, 3));
    await deliver(app, brand, 'orders/updated', left(3, 2));
    expect((await told()).slice(1).map(({ id, data }) => [id, data])).toEqual([
      [`shopify:orders/updated:${order}:1`, { orderId: String(order), netAmount: 5_400 }],
      [`shopify:orders/updated:${order}:2`, { orderId: String(order), netAmount: 5_400, restores: true }],
    ]);
  });
});

describe('an order of the shop’s own list', () => {
  it('is what lost webhooks were to tell, and nothing more where they came', async () => {
    const seen = (netAmount: number) => ({
      ...orderSeen.example,
      ...{ orderId: String(order), placedAt: minutesAgo(5), updatedAt: minutesAgo(1), netAmount },
      ...{ discountCodes: ['ADA'], refunds: [{ refundId: '5', at: minutesAgo(2), netAmount: 100 }] },
    });
    const take = async (netAmount: number) =>
      await inTransaction(app.database.db, async tx => {
        const known = (await findJudgingBrands(tx, [brand.brandId])).get(brand.brandId)!;
        const heard = { kind: 'order' as const, confirms: true, order: seen(netAmount) };
        const word = { orderId: String(order), heard, acceptedAt: new Date().toISOString() };
        await app.service.app.get(TakeShopOrders).take(tx, known, [word, word]);
      });
    await take(5_000);
    await take(5_000);
    await deliver(app, brand, 'orders/paid', withCode());
    await deliver(app, brand, 'refunds/create', restRefund(5, order, '1.00'));
    expect((await told()).map(({ id, data }) => [id, (data as { netAmount: number }).netAmount])).toEqual([
      [`shopify:orders/paid:${order}`, 5_000],
      ['shopify:refunds/create:5', 100],
    ]);
  });
});

describe('a webhook', () => {
  it('is taken where it is signed with either secret over the body as it came', async () => {
    // Spaces, and text that is written in more than one way.
    const body = JSON.stringify(withCode({ note: 'é \u2028 "' }), null, 3).replace('é', '\\u00e9');
    expect((await deliver(app, brand, 'orders/paid', body, { secret: secrets.before })).status).toBe(200);
    expect(await told()).toHaveLength(1);
  });

  it.each([
    ['another secret', { secret: 'another' }],
    ['another signature', { headers: { 'x-shopify-hmac-sha256': 'AAAA' } }],
    ['none', { headers: { 'x-shopify-hmac-sha256': '' } }],
  ])('signed with %s is refused, and leaves nothing', async (_, options) => {
    const { status, body } = await deliver(app, brand, 'orders/paid', withCode(), options);
    expect([status, body]).toEqual([401, expect.objectContaining({ code: 'unauthenticated' })]);
    expect(await told()).toEqual([]);
  });

  it('6.2 for no brand is 404, and one without its headers 400', async () => {
    for (const brandId of [randomUUID(), 'rosewood'])
      expect((await deliver(app, { brandId }, 'orders/paid', withCode())).status).toBe(404);
    expect((await deliver(app, brand, '', withCode())).status).toBe(400);
  });

  it('that cannot be read is answered 200, and noted with what is wrong', async () => {
    const spoilt = [
      withCode({ line_items: 'none' }),
      withCode({ currency: 'ZZZ' }),
      withCode({ line_items: [{ ...withCode().line_items[0], price: '30.005' }] }),
      'not JSON',
    ];
    for (const body of spoilt) expect((await deliver(app, brand, 'orders/paid', body)).status).toBe(200);
    expect(await told()).toEqual([]);
    const rows = await sql().query<{ problem: string }>(
      'SELECT problem FROM shop_webhooks WHERE brand_id = $1 ORDER BY received_at',
      [brand.brandId],
    );
    expect(rows.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('line_items'),
      'ZZZ is no currency that is known here',
      '30.005 is no amount with 2 decimals',
      expect.stringContaining('not JSON'),
    ]);
  });

  it('of another topic is answered and forgotten', async () => {
    expect((await deliver(app, brand, 'orders/fulfilled', withCode())).status).toBe(200);
    expect(await sql().query('SELECT FROM shop_webhooks WHERE brand_id = $1', [brand.brandId])).toEqual([]);
  });

  it('is known for thirty days', async () => {
    const [old, newer] = [randomUUID(), randomUUID()];
    for (const id of [old, newer]) await deliver(app, brand, 'orders/paid', withCode(), { id });
    await sql().query(`UPDATE shop_webhooks SET received_at = '2026-01-01' WHERE webhook_id = $1`, [old]);
    await deleteOldWebhooks(sql(), new Date('2026-02-01'), new AbortController().signal);
    const left = await sql().query('SELECT webhook_id FROM shop_webhooks WHERE brand_id = $1', [
      brand.brandId,
    ]);
    expect(left).toEqual([{ webhook_id: newer }]);
  });
});

describe('the report', () => {
  it('divides orders by their clicks, and adds up', async () => {
    const { address, cookie } = await follow(app, `ADA?b=${brand.brandId}`);
    const bea = await makeLink(app, brand, 'BEA');
    await follow(app, `BEA?b=${brand.brandId}`, { cookie: cookie! });
    await deliver(
      app,
      brand,
      'orders/paid',
      restOrder(order, { created_at: minutesAgo(-1), landing_site: `/?${address!.searchParams}` }),
    );
    order = newShopId();
    await deliver(app, brand, 'orders/paid', withCode());
    await deliver(app, brand, 'refunds/create', restRefund(newShopId(), order, '80.99'));
    const period = `from=${encodeURIComponent(minutesAgo(60))}&to=${encodeURIComponent(minutesAgo(-60))}`;
    expect(await ask(`report?model=linear&${period}`)).toMatchObject({
      ...{ model: 'linear', orders: 2, netAmount: 8_101 },
      items: [
        { ambassadorId: ada.ambassadorId, orders: 2, credit: '1.500000', netAmount: 4_051 },
        { ambassadorId: bea.ambassadorId, orders: 1, credit: '0.500000', netAmount: 4_050 },
      ],
    });
    const other = await makeBrand(app);
    expect(await ask(`report?model=linear&${period}`, other)).toMatchObject({ orders: 0, items: [] });
  });
});
