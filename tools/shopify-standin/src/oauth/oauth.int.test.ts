import '@shopify/shopify-api/adapters/node';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiVersion, shopifyApi } from '@shopify/shopify-api';
import { z } from 'zod';
import { APP, SHOP, Standin } from '../testing/standin.js';

const REDIRECT = 'http://127.0.0.1:4000/v1/shopify/callback';
const Pair = z.object({
  access_token: z.string(),
  scope: z.string(),
  expires_in: z.number(),
  refresh_token: z.string(),
  refresh_token_expires_in: z.number(),
});
const shopify = shopifyApi({
  apiKey: APP.key,
  apiSecretKey: APP.secret,
  apiVersion: ApiVersion.October26,
  hostName: 'localhost',
  isEmbeddedApp: false,
  logger: { log: async () => undefined },
});

let now: number;
let standin: Standin;

beforeEach(async () => {
  // The library compares the signed timestamp with the wall clock.
  now = Date.now();
  standin = new Standin(() => now);
  await standin.start();
});
afterEach(() => standin.stop());

function authorizeUrl(change: Record<string, string> = {}): string {
  const query = {
    shop: SHOP,
    client_id: APP.key,
    scope: 'read_orders,write_discounts',
    redirect_uri: REDIRECT,
    state: 'nonce-1',
    'grant_options[]': '',
    ...change,
  };
  return `${standin.url}/admin/oauth/authorize?${new URLSearchParams(query)}`;
}

async function authorise(change: Record<string, string> = {}): Promise<URL> {
  const answer = await fetch(authorizeUrl({ approve: '1', ...change }), { redirect: 'manual' });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '');
}

function exchange(body: object): Promise<Response> {
  return fetch(`${standin.url}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shopify-shop-domain': SHOP },
    body: JSON.stringify({ client_id: APP.key, client_secret: APP.secret, ...body }),
  });
}

async function install(scope = 'read_orders,write_discounts') {
  const code = (await authorise({ scope })).searchParams.get('code') ?? '';
  return Pair.parse(await (await exchange({ code, expiring: '1' })).json());
}

function refresh(refreshToken: string): Promise<Response> {
  return exchange({ grant_type: 'refresh_token', refresh_token: refreshToken });
}

describe('agreeing to an app', () => {
  it('comes back with a query that the library takes for signed by Shopify', async () => {
    const back = await authorise({ state: 'a b/+&=' });
    expect(back.origin + back.pathname).toBe(REDIRECT);
    const query = Object.fromEntries(back.searchParams);
    expect(query).toMatchObject({ shop: SHOP, state: 'a b/+&=' });
    expect(await shopify.utils.validateHmac(query)).toBe(true);
    expect(await shopify.utils.validateHmac({ ...query, shop: 'other.myshopify.com' })).toBe(false);
  });

  it('is asked for on a page with the scopes, and answered by its form', async () => {
    const asked = await (await fetch(authorizeUrl({ state: '"><script>' }))).text();
    expect(asked).toContain('<code>write_discounts</code>');
    expect(asked).not.toContain('<script>');
    const form = { shop: SHOP, client_id: APP.key, scope: 'read_orders', redirect_uri: REDIRECT, state: 's' };
    const decide = (decision: string) =>
      fetch(`${standin.url}/admin/oauth/authorize`, {
        method: 'POST',
        body: new URLSearchParams({ ...form, decision }),
        redirect: 'manual',
      });
    expect((await decide('install')).headers.get('location')).toContain(`${REDIRECT}?code=`);
    const cancelled = await decide('cancel');
    expect(cancelled.status).toBe(200);
    expect(await cancelled.text()).toContain('did not install');
  });

  it.each([
    ['another app', { client_id: 'other' }, 400, 'Could not find Shopify API application'],
    ['an unknown shop', { shop: 'nobody.myshopify.com' }, 404, 'There is no shop'],
    ['no scope of Shopify', { scope: 'everything' }, 400, 'The access scope is invalid: everything'],
    ['an online token', { 'grant_options[]': 'per-user' }, 400, 'not implemented by the stand-in'],
    ['no address to return to', { redirect_uri: 'javascript:alert(1)' }, 400, 'redirect_uri'],
  ])('is refused for %s', async (_what, change, status, words) => {
    const answer = await fetch(authorizeUrl({ approve: '1', ...change }), { redirect: 'manual' });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
  });
});

describe('a token', () => {
  it('is had once for a code, with the secret only', async () => {
    const code = (await authorise()).searchParams.get('code') ?? '';
    expect((await exchange({ code, client_secret: 'wrong' })).status).toBe(401);
    const first = await exchange({ code, expiring: '0' });
    expect(await first.json()).toEqual({
      access_token: expect.stringMatching(/^shpat_/),
      scope: 'read_orders,write_discounts',
    });
    const second = await exchange({ code });
    expect(second.status).toBe(400);
    expect(await second.json()).toEqual({
      error: 'invalid_request',
      error_description: 'The authorization code was not found or was already used',
    });
  });

  it('expires within the hour and is refreshed, also after a restart', async () => {
    const pair = await install();
    expect(pair).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
    expect((await standin.send('{ shop { name } }', {}, pair.access_token)).status).toBe(200);
    now += 3_600_000;
    expect((await standin.send('{ shop { name } }', {}, pair.access_token)).status).toBe(401);
    await standin.restart();
    const next = Pair.parse(await (await refresh(pair.refresh_token)).json());
    expect(next.refresh_token).not.toBe(pair.refresh_token);
    expect((await standin.send('{ shop { name } }', {}, next.access_token)).status).toBe(200);
  });

  it('answers the former refresh token with the same pair until the new one is used, then never', async () => {
    const pair = await install();
    const next = Pair.parse(await (await refresh(pair.refresh_token)).json());
    expect(Pair.parse(await (await refresh(pair.refresh_token)).json())).toEqual(next);
    await refresh(next.refresh_token);
    const retired = await refresh(pair.refresh_token);
    expect(retired.status).toBe(401);
    expect(await retired.json()).toEqual({
      error: 'invalid_request',
      error_description: 'This request requires an active refresh_token',
    });
  });

  it('is one a shop where it expires: installing again ends the former', async () => {
    const former = await install();
    const latter = await install();
    expect((await standin.send('{ shop { name } }', {}, former.access_token)).status).toBe(401);
    expect((await standin.send('{ shop { name } }', {}, latter.access_token)).status).toBe(200);
  });

  it('is good in its own shop only', async () => {
    const pair = await install();
    await standin.control('POST', '/shops', { domain: 'other.myshopify.com' });
    const answer = await fetch(`${standin.url}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-shopify-access-token': pair.access_token,
        'x-shopify-shop-domain': 'other.myshopify.com',
      },
      body: JSON.stringify({ query: '{ shop { name } }' }),
    });
    expect(answer.status).toBe(401);
  });

  it('can be made to expire by control', async () => {
    const pair = await install();
    await standin.control('POST', `/shops/${SHOP}/expire-token`);
    expect((await standin.send('{ shop { name } }', {}, pair.access_token)).status).toBe(401);
    expect((await refresh(pair.refresh_token)).status).toBe(200);
  });
});

describe('faults of the token endpoint', () => {
  it('can lose the answer of a refresh: the former refresh token gives the same pair again', async () => {
    const pair = await install();
    const fault = { kind: 'no_answer_after_commit', operation: 'access_token' };
    await standin.control('POST', '/faults', fault);
    await expect(refresh(pair.refresh_token)).rejects.toThrow();
    expect((await standin.send('{ shop { name } }', {}, pair.access_token)).status).toBe(401);
    const next = Pair.parse(await (await refresh(pair.refresh_token)).json());
    expect((await standin.send('{ shop { name } }', {}, next.access_token)).status).toBe(200);
  });

  it('leave those of the Admin API to it', async () => {
    const pair = await install();
    await standin.control('POST', '/faults', { kind: 'invalid_token' });
    const next = Pair.parse(await (await refresh(pair.refresh_token)).json());
    expect((await standin.send('{ shop { name } }', {}, next.access_token)).status).toBe(401);
    expect((await standin.send('{ shop { name } }', {}, next.access_token)).status).toBe(200);
  });
});

describe('scopes', () => {
  it('refuse what was not granted, in Shopify’s words, and do nothing', async () => {
    const { access_token: token } = await install('read_products,write_discounts');
    const create = 'mutation { customerCreate(input: {email: "a@example.com"}) { customer { id } } }';
    const refused = await standin.ask(create, {}, token);
    expect(refused.errors).toMatchObject([
      {
        message: 'Access denied for customerCreate field. Required access: `write_customers` access scope.',
        path: ['customerCreate'],
        extensions: {
          code: 'ACCESS_DENIED',
          documentation: 'https://shopify.dev/api/usage/access-scopes',
          requiredAccess: '`write_customers` access scope.',
        },
      },
    ]);
    expect(await standin.control('GET', `/shops/${SHOP}/customers`)).toMatchObject({ items: [] });
    const orders = await standin.ask('{ orders(first: 1) { nodes { id } } }', {}, token);
    expect(orders.errors?.[0]?.extensions?.code).toBe('ACCESS_DENIED');
    const node = await standin.ask('{ node(id: "gid://shopify/Customer/1") { id } }', {}, token);
    expect(node.errors?.[0]?.extensions?.code).toBe('ACCESS_DENIED');
  });

  it('let what was granted pass, reading with a scope to write', async () => {
    const { access_token: token } = await install('read_products,write_discounts');
    const query = '{ products(first: 1) { nodes { id } } discountNodes(first: 1) { nodes { id } } }';
    expect((await standin.ask(query, {}, token)).errors).toBeUndefined();
  });
});

describe('uninstalling', () => {
  it.each([
    ['a merchant', () => standin.control('POST', `/shops/${SHOP}/uninstall`)],
    ['the app', () => standin.ask('mutation { appUninstall { app { id } userErrors { message } } }')],
  ])('by %s ends every token, and the app can come back', async (_who, uninstall) => {
    const pair = await install();
    await uninstall();
    for (const token of [pair.access_token, standin.token])
      expect((await standin.send('{ shop { name } }', {}, token)).status).toBe(401);
    expect((await refresh(pair.refresh_token)).status).toBe(401);
    const again = await install();
    expect((await standin.send('{ shop { name } }', {}, again.access_token)).status).toBe(200);
  });
});

describe('without credentials of an app', () => {
  it('OAuth is off and says how it is turned on', async () => {
    const bare = new Standin(() => now, { APP_KEY: undefined, APP_SECRET: undefined });
    await bare.start();
    const answer = await fetch(`${bare.url}/admin/oauth/authorize?shop=${SHOP}`);
    expect(answer.status).toBe(501);
    expect(await answer.text()).toContain('set APP_KEY and APP_SECRET');
    await bare.stop();
  });
});
