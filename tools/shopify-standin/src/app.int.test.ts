import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createApp } from './app.js';

const SHOP = 'rosewood.myshopify.com';

const CREATE = `mutation CreateDiscountCode($discount: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $discount) {
    codeDiscountNode { id }
    userErrors { field message code extraInfo }
  }
}`;
const SET_CUSTOMER = `mutation SetCustomer($identifier: CustomerSetIdentifiers!, $input: CustomerSetInput!) {
  customerSet(identifier: $identifier, input: $input) {
    customer { id }
    userErrors { field message code }
  }
}`;
const BY_CODE = `query DiscountByCode($code: String!) {
  codeDiscountNodeByCode(code: $code) {
    id
    codeDiscount {
      ... on DiscountCodeBasic {
        title status summary startsAt endsAt usageLimit appliesOncePerCustomer
        codes(first: 1) { nodes { code } }
        context { ... on DiscountCustomers { customers { id email } } }
        customerGets {
          items { ... on AllDiscountItems { allItems } }
          value {
            ... on DiscountPercentage { percentage }
            ... on DiscountAmount { amount { amount currencyCode } appliesOnEachItem }
          }
        }
        minimumRequirement {
          ... on DiscountMinimumSubtotal { greaterThanOrEqualToSubtotal { amount currencyCode } }
        }
      }
    }
  }
}`;

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()).optional() }))
    .optional(),
  extensions: z
    .object({
      cost: z.object({
        requestedQueryCost: z.number(),
        actualQueryCost: z.number().nullable(),
        throttleStatus: z.object({
          maximumAvailable: z.number(),
          currentlyAvailable: z.number(),
          restoreRate: z.number(),
        }),
      }),
    })
    .optional(),
});
const Created = z.object({
  discountCodeBasicCreate: z.object({
    codeDiscountNode: z.object({ id: z.string() }).nullable(),
    userErrors: z.array(
      z.object({ field: z.array(z.string()).nullable(), code: z.string().nullable() }).loose(),
    ),
  }),
});
const CustomerIs = z.object({ customerSet: z.object({ customer: z.object({ id: z.string() }) }) });

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
    LOG_LEVEL: 'silent',
  };
  app = createApp({ ...options, LOG_LEVEL: 'silent' }, () => now);
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  const made = await control('POST', '/control/shops', { domain: SHOP });
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
  return fetch(url + route, { method, ...(body ? { headers, body: JSON.stringify(body) } : {}) });
}

function send(query: string, variables: object = {}, accessToken = token): Promise<Response> {
  return fetch(`${url}/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-access-token': accessToken,
      'x-shopify-shop-domain': SHOP,
    },
    body: JSON.stringify({ query, variables }),
  });
}

async function ask(query: string, variables: object = {}) {
  const response = await send(query, variables);
  expect(response.status).toBe(200);
  return Answer.parse(await response.json());
}

function discount(code: string, change: object = {}) {
  return {
    discount: {
      title: `Cairn ${code}`,
      code,
      startsAt: '2026-11-01T10:00:00Z',
      context: { all: 'ALL' },
      customerGets: { items: { all: true }, value: { percentage: 0.2 } },
      ...change,
    },
  };
}

async function create(code: string, change: object = {}) {
  return Created.parse((await ask(CREATE, discount(code, change))).data).discountCodeBasicCreate;
}

const Listed = z.object({
  items: z.array(
    z.object({ id: z.string(), code: z.string(), customerEmails: z.array(z.string()).nullable() }).loose(),
  ),
  nextCursor: z.string().nullable(),
});
async function held(query = '') {
  const response = await control('GET', `/control/shops/${SHOP}/discounts${query}`);
  return Listed.parse(await response.json());
}

describe('a shop', () => {
  it('is made once, with one token', async () => {
    const again = await control('POST', '/control/shops', { domain: SHOP });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ domain: SHOP, accessToken: token });
    const answer = await ask('{ shop { name currencyCode myshopifyDomain } }');
    expect(answer.data).toEqual({ shop: { name: 'rosewood', currencyCode: 'USD', myshopifyDomain: SHOP } });
  });

  it('refuses a token that is not its own', async () => {
    const response = await send('{ shop { name } }', {}, 'shpat_0');
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  });
});

describe("Shopify's schema", () => {
  it('refuses a field that does not exist', async () => {
    const answer = await ask('{ shop { name nickname } }');
    expect(answer).toEqual({
      errors: [
        {
          message: "Field 'nickname' doesn't exist on type 'Shop'",
          extensions: { code: 'undefinedField', typeName: 'Shop', fieldName: 'nickname' },
        },
      ],
    });
  });

  it('refuses an input field that does not exist, and makes nothing', async () => {
    const answer = await ask(CREATE, discount('A', { discountPercent: 20 }));
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]).toMatchObject({
      message:
        'Variable $discount of type DiscountCodeBasicInput! was provided invalid value for discountPercent (Field is not defined on DiscountCodeBasicInput)',
      extensions: { code: 'INVALID_VARIABLE' },
    });
    expect((await held()).items).toEqual([]);
  });

  it('says clearly what the stand-in has not built', async () => {
    const answer = await ask('{ collections(first: 1) { nodes { id } } }');
    expect(answer.errors?.[0]?.message).toBe('not implemented by the stand-in: QueryRoot.collections');
  });
});

describe('a discount code for one customer', () => {
  it('is made, found by its code, and listed for the check', async () => {
    const identifier = { email: 'ada@example.com' };
    const input = { email: 'ada@example.com', firstName: 'Ada' };
    const first = CustomerIs.parse((await ask(SET_CUSTOMER, { identifier, input })).data).customerSet
      .customer;
    const again = CustomerIs.parse((await ask(SET_CUSTOMER, { identifier, input })).data).customerSet
      .customer;
    expect(again).toEqual(first);

    const made = await create('ADA-GOLD', {
      context: { customers: { add: [first.id] } },
      customerGets: {
        items: { all: true },
        value: { discountAmount: { amount: '5.00', appliesOnEachItem: false } },
      },
      minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: '40' } },
      endsAt: '2026-12-01T10:00:00Z',
      usageLimit: 1,
      appliesOncePerCustomer: true,
    });
    expect(made.userErrors).toEqual([]);
    const answer = await ask(BY_CODE, { code: 'ada-gold' });
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      codeDiscountNodeByCode: {
        id: made.codeDiscountNode?.id,
        codeDiscount: {
          title: 'Cairn ADA-GOLD',
          status: 'ACTIVE',
          summary:
            '$5.00 off one-time purchase products • Minimum purchase of $40.00 • For 1 customer • One use per customer',
          startsAt: '2026-11-01T10:00:00Z',
          endsAt: '2026-12-01T10:00:00Z',
          usageLimit: 1,
          appliesOncePerCustomer: true,
          codes: { nodes: [{ code: 'ADA-GOLD' }] },
          context: { customers: [{ id: first.id, email: 'ada@example.com' }] },
          customerGets: {
            items: { allItems: true },
            value: { amount: { amount: '5.0', currencyCode: 'USD' }, appliesOnEachItem: false },
          },
          minimumRequirement: { greaterThanOrEqualToSubtotal: { amount: '40.0', currencyCode: 'USD' } },
        },
      },
    });
    expect((await held('?code=ADA-GOLD')).items).toMatchObject([{ customerEmails: ['ada@example.com'] }]);
    expect((await ask(BY_CODE, { code: 'NOT-THERE' })).data).toEqual({ codeDiscountNodeByCode: null });
  });

  it('is refused when the code is taken', async () => {
    await create('TWICE');
    expect(await create('TWICE')).toEqual({
      codeDiscountNode: null,
      userErrors: [
        {
          field: ['basicCodeDiscount', 'code'],
          message: 'Code must be unique. Please try a different code.',
          code: 'TAKEN',
          extraInfo: null,
        },
      ],
    });
    expect((await held()).items).toHaveLength(1);
  });

  it('is listed page by page', async () => {
    for (const code of ['A', 'B', 'C']) await create(code);
    const page = await held('?limit=2');
    expect(page.items.map(item => item.code)).toEqual(['A', 'B']);
    const rest = await held(`?limit=2&cursor=${page.nextCursor}`);
    expect(rest).toMatchObject({ items: [{ code: 'C' }], nextCursor: null });

    const list = `query ($after: String) { codeDiscountNodes(first: 2, after: $after) {
      nodes { codeDiscount { ... on DiscountCodeBasic { codes(first: 1) { nodes { code } } } } } pageInfo { hasNextPage endCursor } } }`;
    const Nodes = z.object({
      codeDiscountNodes: z.object({
        nodes: z.array(z.unknown()),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }),
      }),
    });
    const first = Nodes.parse((await ask(list)).data).codeDiscountNodes;
    expect(first).toMatchObject({ nodes: [{}, {}], pageInfo: { hasNextPage: true } });
    const last = Nodes.parse((await ask(list, { after: first.pageInfo.endCursor })).data).codeDiscountNodes;
    expect(last).toMatchObject({ nodes: [{}], pageInfo: { hasNextPage: false } });
  });

  it('is found by search only when the index has caught up', async () => {
    await create('LATE');
    const search = '{ discountNodes(first: 1, query: "code:LATE") { nodes { id } } }';
    expect((await ask(search)).data).toEqual({ discountNodes: { nodes: [] } });
    now += 2000;
    expect((await ask(search)).data).toMatchObject({ discountNodes: { nodes: [{}] } });
  });
});

describe('state', () => {
  it('is there after a restart, with the same token and ids', async () => {
    const { codeDiscountNode } = await create('STAYS');
    const before = token;
    await app.close();
    await start();
    expect(token).toBe(before);
    expect((await ask(BY_CODE, { code: 'STAYS' })).data).toMatchObject({
      codeDiscountNodeByCode: codeDiscountNode,
    });
    expect((await create('STAYS')).userErrors).toMatchObject([{ code: 'TAKEN' }]);
    expect((await create('NEXT')).codeDiscountNode?.id).not.toBe(codeDiscountNode?.id);
  });
});

describe('the cost budget', () => {
  it('is told with every answer, runs out with THROTTLED on HTTP 200, and comes back with time', async () => {
    const expensive = `mutation { ${Array.from({ length: 60 }, (_, i) => `c${i}: customerCreate(input: {}) { userErrors { message } }`).join(' ')} }`;
    const first = await ask(expensive);
    expect(first.extensions?.cost).toEqual({
      requestedQueryCost: 600,
      actualQueryCost: 600,
      throttleStatus: { maximumAvailable: 1000, currentlyAvailable: 400, restoreRate: 100 },
    });
    const second = await ask(expensive);
    expect(second.data).toBeUndefined();
    expect(second.errors?.[0]).toMatchObject({ message: 'Throttled', extensions: { code: 'THROTTLED' } });
    expect(second.extensions?.cost).toMatchObject({ requestedQueryCost: 600, actualQueryCost: null });
    now += 2000;
    expect((await ask(expensive)).errors).toBeUndefined();
  });
});

describe('faults on demand', () => {
  const fault = (body: object) => control('POST', '/control/faults', body);

  it('can hang up after the code was really made', async () => {
    await fault({ kind: 'no_answer_after_commit', operation: 'discountCodeBasicCreate' });
    await expect(send(CREATE, discount('GHOST'))).rejects.toThrow();
    expect((await held()).items).toMatchObject([{ code: 'GHOST' }]);
    expect((await create('GHOST')).userErrors).toMatchObject([{ code: 'TAKEN' }]);
  });

  it('can hang up, fail or refuse before anything was made', async () => {
    await fault({ kind: 'reset' });
    await expect(send(CREATE, discount('NO'))).rejects.toThrow();
    await fault({ kind: 'http_500' });
    expect((await send(CREATE, discount('NO'))).status).toBe(500);
    await fault({ kind: 'invalid_token' });
    expect((await send(CREATE, discount('NO'))).status).toBe(401);
    await fault({ kind: 'throttled' });
    expect((await ask(CREATE, discount('NO'))).errors?.[0]?.extensions?.code).toBe('THROTTLED');
    const userError = { field: ['basicCodeDiscount'], message: 'Try again later', code: 'INTERNAL_ERROR' };
    await fault({ kind: 'user_error', operation: 'discountCodeBasicCreate', userError });
    expect((await create('NO')).userErrors).toEqual([{ ...userError, extraInfo: null }]);
    expect((await held()).items).toEqual([]);
    expect((await create('NO')).userErrors).toEqual([]);
  });

  it('can answer late', async () => {
    await fault({ kind: 'slow', ms: 20 });
    expect((await create('SLOW')).userErrors).toEqual([]);
  });

  it('can go on in a mix, counted by kind', async () => {
    await fault({ mix: { http_500: 1 }, every: 2 });
    const statuses: number[] = [];
    for (const code of ['A', 'B', 'C', 'D']) statuses.push((await send(CREATE, discount(code))).status);
    expect(statuses).toEqual([200, 500, 200, 500]);
    const status = await control('GET', '/control/faults');
    expect(await status.json()).toMatchObject({ items: [], requests: 4, met: { http_500: 2 } });
    await control('DELETE', '/control/faults');
    expect((await send(CREATE, discount('E'))).status).toBe(200);
    expect((await fault({ mix: { reset: 1 }, every: 2, operation: 'nothing' })).status).toBe(400);
  });

  it('are refused when aimed at nothing', async () => {
    expect((await fault({ kind: 'reset', operation: 'discountCodeMake' })).status).toBe(400);
    const userError = { field: null, message: '', code: 'NO_SUCH_CODE' };
    expect((await fault({ kind: 'user_error', operation: 'customerSet', userError })).status).toBe(400);
  });
});

describe('the page', () => {
  it('shows what the shop holds, and takes nobody at their word', async () => {
    await create('<b>BOLD</b>');
    const html = await (await fetch(url)).text();
    expect(html).toContain('rosewood.myshopify.com');
    expect(html).toContain('&#60;b&#62;BOLD');
    expect(html).not.toContain('<b>BOLD');
  });
});
