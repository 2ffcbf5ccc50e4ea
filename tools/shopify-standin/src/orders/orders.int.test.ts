import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SHOP, Standin } from '../testing/standin.js';

const Order = z
  .object({ id: z.string(), lineItems: z.array(z.object({ id: z.string() }).loose()), total: z.string() })
  .loose();
const Variants = z.object({ items: z.array(z.object({ id: z.string(), inventoryQuantity: z.number() })) });
const PULL = `query ($query: String!, $after: String) {
  orders(first: 2, after: $after, query: $query, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes { name createdAt processedAt updatedAt cancelledAt test tags sourceName currencyCode taxesIncluded
      subtotalPriceSet { shopMoney { amount currencyCode } } currentSubtotalPriceSet { shopMoney { amount } }
      totalTaxSet { shopMoney { amount } } currentTotalTaxSet { shopMoney { amount } }
      totalDiscountsSet { shopMoney { amount } } discountCodes customAttributes { key value }
      landingPageUrl customerJourneySummary { lastVisit { landingPage utmParameters { source } } }
      email customer { email } displayFinancialStatus
      lineItems(first: 5) { nodes { quantity currentQuantity discountedTotalSet { shopMoney { amount } }
        discountAllocations { allocatedAmountSet { shopMoney { amount } } } taxLines { rate priceSet { shopMoney { amount } } } } }
      refunds { createdAt refundLineItems(first: 5) { nodes { quantity subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } } } } } } }`;

let now: number;
let standin: Standin;

beforeEach(async () => {
  now = Date.parse('2026-11-01T10:00:00Z');
  standin = new Standin(() => now);
  await standin.start();
});
afterEach(() => standin.stop());

async function variant(sku: string) {
  const found = Variants.parse(await standin.control('GET', `/shops/${SHOP}/variants?sku=${sku}`)).items[0];
  if (!found) throw new Error(sku);
  return found;
}

async function order(change: object = {}) {
  const body = {
    email: 'ada@example.com',
    lines: [{ variantId: (await variant('TOTE-NAT')).id, quantity: 1 }],
    ...change,
  };
  return standin.request('POST', `/shops/${SHOP}/orders`, body);
}

async function bought(change: object = {}) {
  const answer = await order(change);
  expect(answer.status).toBe(201);
  return Order.parse(await answer.json());
}

async function code(name: string, change: object = {}) {
  const create = `mutation ($discount: DiscountCodeBasicInput!) { discountCodeBasicCreate(basicCodeDiscount: $discount) { userErrors { message } } }`;
  const discount = {
    title: name,
    code: name,
    startsAt: '2026-11-01T10:00:00Z',
    context: { all: 'ALL' },
    customerGets: { items: { all: true }, value: { percentage: 0.1 } },
    ...change,
  };
  expect((await standin.ask(create, { discount })).data).toEqual({
    discountCodeBasicCreate: { userErrors: [] },
  });
}

describe('a buyer', () => {
  it('becomes a customer, and takes stock', async () => {
    const before = (await variant('TOTE-NAT')).inventoryQuantity;
    const made = await bought({ landingSite: '/?ref=ADA' });
    expect(made).toMatchObject({
      financialStatus: 'PAID',
      email: 'ada@example.com',
      landingSite: '/?ref=ADA',
    });
    expect((await variant('TOTE-NAT')).inventoryQuantity).toBe(before - 1);
    expect((await bought()).customerId).toBe(made.customerId);
  });

  it('uses a code: it comes off, and is counted, also after a restart', async () => {
    await code('ADA10', { usageLimit: 2 });
    const made = await bought({ discountCodes: ['ada10'] });
    expect(made).toMatchObject({ discountCodes: ['ADA10'], discounts: '3.8', total: '34.2' });
    await standin.restart();
    await bought({ discountCodes: ['ADA10'] });
    const listed = await standin.control('GET', `/shops/${SHOP}/discounts?code=ADA10`);
    expect(listed).toMatchObject({ items: [{ uses: 2 }] });
    const refused = await order({ discountCodes: ['ADA10'] });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toEqual({ error: 'ADA10 has reached its usage limit' });
  });

  it.each([
    ['that nobody made', {}, 'OTHER', 'the shop has no code OTHER'],
    [
      'that has expired',
      { startsAt: '2026-09-01T00:00:00Z', endsAt: '2026-10-01T00:00:00Z' },
      'C',
      'C has expired',
    ],
    ['that starts later', { startsAt: '2026-12-01T00:00:00Z' }, 'C', 'C is not active yet'],
    [
      'for a bigger cart',
      { minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: '50.00' } } },
      'C',
      'C needs a purchase of at least 50.00',
    ],
  ])('is refused a code %s, and buys nothing', async (_what, change, entered, words) => {
    await code('C', change);
    const answer = await order({ discountCodes: [entered] });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
    expect(await standin.control('GET', `/shops/${SHOP}/orders`)).toMatchObject({ items: [] });
  });

  it('is refused a code of somebody else, or twice where once is allowed', async () => {
    const somebody = z
      .object({ customerId: z.string() })
      .loose()
      .parse(await bought({ email: 'bea@example.com' }));
    await code('BEA', {
      context: { customers: { add: [somebody.customerId] } },
      appliesOncePerCustomer: true,
    });
    const wrong = await order({ discountCodes: ['BEA'], email: 'ada@example.com' });
    expect(await wrong.text()).toContain('BEA is not available to this customer');
    await bought({ discountCodes: ['BEA'], email: 'bea@example.com' });
    const again = await order({ discountCodes: ['BEA'], email: 'bea@example.com' });
    expect(await again.text()).toContain('BEA was already used by this customer');
  });

  it('cannot buy what is sold out', async () => {
    const answer = await order({ lines: [{ variantId: (await variant('TOTE-BLK')).id, quantity: 1 }] });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('only 0 in stock');
  });
});

describe('pulling orders', () => {
  it('finds what was changed since, oldest change first, page by page, when the index has caught up', async () => {
    const first = await bought({ taxRate: 0.19, taxesIncluded: true, shipping: '4.90', discount: '2.80' });
    await bought();
    await bought();
    now += 1000;
    const since = new Date(now - 1000).toISOString();
    await standin.control('POST', `/shops/${SHOP}/orders/${first.id.split('/').at(-1)}/refunds`, {
      lines: [{ lineItemId: first.lineItems[0]?.id, quantity: 1 }],
    });
    const Pulled = z.object({
      orders: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(z.object({ name: z.string() }).loose()),
      }),
    });
    const pull = async (after?: string | null) => {
      const answer = await standin.ask(PULL, { query: `updated_at:>=${since}`, after });
      expect(answer.errors).toBeUndefined();
      return Pulled.parse(answer.data).orders;
    };
    expect((await pull()).nodes).toEqual([]);
    now += 2000;
    const page = await pull();
    expect(page.nodes.map(({ name }) => name)).toEqual(['#1002', '#1003']);
    const rest = await pull(page.pageInfo.endCursor);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(rest.nodes).toEqual([
      {
        name: '#1001',
        createdAt: '2026-11-01T10:00:00Z',
        processedAt: '2026-11-01T10:00:00Z',
        updatedAt: '2026-11-01T10:00:01Z',
        cancelledAt: null,
        test: false,
        tags: [],
        sourceName: 'web',
        currencyCode: 'USD',
        taxesIncluded: true,
        subtotalPriceSet: { shopMoney: { amount: '35.2', currencyCode: 'USD' } },
        currentSubtotalPriceSet: { shopMoney: { amount: '0.0' } },
        totalTaxSet: { shopMoney: { amount: '5.62' } },
        currentTotalTaxSet: { shopMoney: { amount: '0.0' } },
        totalDiscountsSet: { shopMoney: { amount: '2.8' } },
        discountCodes: [],
        customAttributes: [],
        landingPageUrl: null,
        customerJourneySummary: { lastVisit: null },
        email: 'ada@example.com',
        customer: { email: 'ada@example.com' },
        displayFinancialStatus: 'PARTIALLY_REFUNDED',
        lineItems: {
          nodes: [
            {
              quantity: 1,
              currentQuantity: 0,
              discountedTotalSet: { shopMoney: { amount: '38.0' } },
              discountAllocations: [{ allocatedAmountSet: { shopMoney: { amount: '2.8' } } }],
              taxLines: [{ rate: 0.19, priceSet: { shopMoney: { amount: '5.62' } } }],
            },
          ],
        },
        refunds: [
          {
            createdAt: '2026-11-01T10:00:01Z',
            refundLineItems: {
              nodes: [
                {
                  quantity: 1,
                  subtotalSet: { shopMoney: { amount: '35.2' } },
                  totalTaxSet: { shopMoney: { amount: '5.62' } },
                },
              ],
            },
          },
        ],
      },
    ]);
  });

  it('tells the page on which the buyer came', async () => {
    const made = await bought({
      landingSite: '/products/tote?ref=ADA&utm_source=news',
      createdAt: '2026-10-01T00:00:00Z',
    });
    const query = `query ($id: ID!) { order(id: $id) { createdAt landingPageUrl
      customerJourneySummary { ready lastVisit { landingPage referralCode utmParameters { source medium } } } } }`;
    const url = `https://${SHOP}/products/tote?ref=ADA&utm_source=news`;
    expect((await standin.ask(query, { id: made.id })).data).toEqual({
      order: {
        createdAt: '2026-10-01T00:00:00Z',
        landingPageUrl: url,
        customerJourneySummary: {
          ready: true,
          lastVisit: {
            landingPage: url,
            referralCode: 'ADA',
            utmParameters: { source: 'news', medium: null },
          },
        },
      },
    });
  });
});

describe('many orders', () => {
  it('are bought at once by as many buyers as asked, until the stock is gone', async () => {
    const lines = [{ variantId: (await variant('THROW-130')).id, quantity: 1 }];
    const body = { count: 120, buyers: 7, order: { lines, landingSite: '/?ref=ADA' } };
    expect(await standin.control('POST', `/shops/${SHOP}/orders/many`, body)).toEqual({ made: 120 });
    expect(await standin.control('GET', '/shops')).toMatchObject({ items: [{ orders: 120, customers: 7 }] });
    const few = { count: 5, order: { lines: [{ variantId: (await variant('BEAN-RUS')).id, quantity: 1 }] } };
    const answer = await standin.request('POST', `/shops/${SHOP}/orders/many`, few);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ made: 3 });
  });
});

describe('an order', () => {
  it('is edited by adding and taking away, and cancelled', async () => {
    const made = await bought();
    const at = `/shops/${SHOP}/orders/${made.id.split('/').at(-1)}`;
    const add = [{ variantId: (await variant('BTL-750')).id, quantity: 2 }];
    const edited = Order.parse(
      await standin.control('POST', `${at}/edit`, {
        set: [{ lineItemId: made.lineItems[0]?.id, quantity: 0 }],
        add,
      }),
    );
    expect(edited.lineItems).toMatchObject([{ currentQuantity: 0 }, { sku: 'BTL-750', currentQuantity: 2 }]);
    expect(await standin.control('POST', `${at}/cancel`, { reason: 'customer' })).toMatchObject({
      cancelledAt: '2026-11-01T10:00:00Z',
    });
    expect((await standin.request('POST', `${at}/pay`)).status).toBe(422);
    expect((await standin.request('POST', `/shops/${SHOP}/orders/1/pay`)).status).toBe(404);
    expect((await standin.request('POST', `${at}/refunds`, {})).status).toBe(400);
  });
});
