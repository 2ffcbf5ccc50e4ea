import { request } from 'node:http';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { registry } from '@cairn/service-kit/telemetry/metrics';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type IngestionApp, ingestionApp, makeBrand, type TestBrand } from '../../testing/ingestion-app.js';
import { follow, makeLink, type TestLink } from '../../testing/links.js';

let app: IngestionApp;
let brand: TestBrand;
let link: TestLink;
let links = 0;

const freshCode = () => `Ada-${links++}`;

beforeAll(async () => {
  app = await ingestionApp();
}, 60_000);
afterAll(async () => {
  await app.stop();
});
beforeEach(async () => {
  brand = await makeBrand(app);
  link = await makeLink(app, brand, freshCode());
});

interface StoredClick {
  id: string;
  code: string;
  ambassadorId: string;
  visitor: string;
  at: string;
  landing: string;
}

/** What is stored by now; of so many, once they are: a busy database keeps nobody waiting. */
async function stored(many = 0, of: TestBrand = brand): Promise<StoredClick[]> {
  return await until(`${many} clicks are stored`, async () => {
    const clicks = await storedNow(of);
    return clicks.length >= many ? clicks : undefined;
  });
}

async function storedNow({ brandId }: TestBrand): Promise<StoredClick[]> {
  return await onPool(app.database.db).query<StoredClick>(
    `SELECT id, code, ambassador_id AS "ambassadorId", visitor, at, landing FROM clicks WHERE brand_id = $1 ORDER BY id`,
    [brandId],
  );
}

async function outcomes(brandId = brand.brandId): Promise<Record<string, number>> {
  const metric = await registry.getSingleMetric('cairn_clicks_total')!.get();
  return Object.fromEntries(
    metric.values
      .filter(({ labels }) => labels.brand === brandId)
      .map(({ labels, value }) => [labels.outcome, value]),
  );
}

describe('GET /r/{code}', () => {
  it('leads to the brand’s page with code, click and UTM parameters, when the click is stored', async () => {
    const { status, address, headers } = await follow(app, link.code);
    const [click, ...others] = await stored(1);
    expect(others).toEqual([]);
    expect(status).toBe(302);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(`${address?.origin}${address?.pathname}`).toBe('https://shop.example/');
    expect(Object.fromEntries(address!.searchParams)).toEqual({
      ref: link.code,
      cairn_click: click?.id,
      utm_source: 'ambassador',
      utm_medium: 'referral',
      utm_campaign: brand.brandId,
    });
    expect(click).toMatchObject({
      code: link.code.toLowerCase(),
      ambassadorId: link.ambassadorId,
      landing: 'https://shop.example/',
    });
    expect(Number.parseInt(click!.id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(click!.at));
    expect(await outcomes()).toEqual({ counted: 1 });
  });

  it('keeps nothing of a request but what a click says: no address, no user agent', async () => {
    await follow(app, link.code, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    const rows = await onPool(app.database.db).query('SELECT * FROM clicks WHERE brand_id = $1', [
      brand.brandId,
    ]);
    expect(Object.keys(rows[0]!).sort()).toEqual(
      ['ambassador_id', 'at', 'brand_id', 'code', 'id', 'landing', 'visitor'].sort(),
    );
    expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|127\.0\.0\.1|Mozilla/);
  });

  it('gives a visitor a cookie for the brand’s window, and knows them by it', async () => {
    await onPool(app.database.db).query('UPDATE brands SET attribution_window_days = 7 WHERE brand_id = $1', [
      brand.brandId,
    ]);
    const first = await follow(app, link.code);
    expect(first.headers.get('set-cookie')).toMatch(
      new RegExp(`^cairn_visitor_${brand.brandId}=[0-9a-f-]{36}; Max-Age=604800; HttpOnly; SameSite=Lax$`),
    );
    const another = await makeLink(app, brand, freshCode());
    const second = await follow(app, another.code, { cookie: first.cookie! });
    expect(second.cookie).toBe(first.cookie);
    const third = await follow(app, another.code);
    expect(third.cookie).not.toBe(first.cookie);
    const clicks = await stored(3);
    expect(clicks.map(({ visitor }) => `cairn_visitor_${brand.brandId}=${visitor}`)).toEqual([
      first.cookie,
      first.cookie,
      third.cookie,
    ]);
  });

  it('sends the cookie by https only where it came by https', async () => {
    const { headers } = await follow(app, link.code, { headers: { 'x-forwarded-proto': 'https' } });
    expect(headers.get('set-cookie')).toContain('; Secure');
  });

  it('gives a visitor of two brands two cookies, and takes neither for the other', async () => {
    const other = await makeBrand(app);
    const elsewhere = await makeLink(app, other, freshCode());
    const one = await follow(app, link.code);
    const two = await follow(app, elsewhere.code, { cookie: one.cookie! });
    expect(two.cookie?.split('=')[1]).not.toBe(one.cookie?.split('=')[1]);
    expect((await stored(1, other))[0]?.visitor).not.toBe((await stored(1))[0]?.visitor);
  });

  it('counts the same visitor’s next click within seconds once, on that link', async () => {
    const first = await follow(app, link.code);
    const again = await Promise.all([1, 2, 3].map(() => follow(app, link.code, { cookie: first.cookie! })));
    for (const { address, cookie } of again) {
      expect(address?.href).toBe(first.address?.href);
      expect(cookie).toBe(first.cookie);
    }
    expect(await stored(1)).toHaveLength(1);
    expect(await outcomes()).toEqual({ counted: 1, repeated: 3 });
    await onPool(app.database.db).query('DELETE FROM clicks WHERE brand_id = $1', [brand.brandId]);
    await Promise.all([1, 2, 3].map(() => follow(app, link.code, { cookie: first.cookie! })));
    expect(await stored(1)).toHaveLength(1);
  });

  it.each<[string, { headers?: Record<string, string>; method?: string }, string]>([
    ['a browser that looks ahead', { headers: { 'sec-purpose': 'prefetch;prerender' } }, 'prefetch'],
    ['an older one', { headers: { purpose: 'prefetch' } }, 'prefetch'],
    ['a HEAD', { method: 'HEAD' }, 'prefetch'],
    ['a picture on somebody’s page', { headers: { 'sec-fetch-dest': 'image' } }, 'embedded'],
    ['a chat that shows a preview', { headers: { 'user-agent': 'WhatsApp/2.23.20.0' } }, 'bot'],
    ['who does not say who they are', { headers: { 'user-agent': '' } }, 'bot'],
  ])('leads %s to the page, and counts nothing', async (_, how, outcome) => {
    const { status, address, headers } = await follow(app, link.code, how);
    expect(status).toBe(302);
    expect(address?.searchParams.get('ref')).toBe(link.code);
    expect(address?.searchParams.has('cairn_click')).toBe(false);
    expect(headers.get('set-cookie')).toBeNull();
    expect(await stored()).toEqual([]);
    expect(await outcomes()).toEqual({ [outcome]: 1 });
  });

  it('leads to a page of the shop where the link names one, and nowhere else', async () => {
    const inside = await follow(app, `${link.code}?to=${encodeURIComponent('/products/rose?variant=1')}`);
    expect(inside.address?.href).toMatch(/^https:\/\/shop\.example\/products\/rose\?variant=1&ref=/);
    expect((await stored(1))[0]?.landing).toBe('https://shop.example/products/rose');
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a&to=/b']) {
      const { address } = await follow(app, `${link.code}?to=${to}`);
      expect(`${address?.origin}${address?.pathname}`).toBe('https://shop.example/');
    }
  });

  it('is told by ?b= which brand is meant where two have the code', async () => {
    const other = await makeBrand(app);
    const { code } = await makeLink(app, other, link.code);
    expect(await follow(app, code)).toMatchObject({
      status: 404,
      body: expect.stringContaining('leads nowhere'),
    });
    expect((await follow(app, `${code}?b=${other.brandId}`)).address?.searchParams.get('utm_campaign')).toBe(
      other.brandId,
    );
    expect(await stored(1, other)).toHaveLength(1);
    expect(await stored()).toEqual([]);
    for (const b of ['nobody', '', '%27', `${other.brandId}&b=${brand.brandId}`])
      expect((await follow(app, `${code}?b=${b}`)).status).toBe(404);
  });

  it.each(['nobody-has-it', 'x', '%2e%2e', '%00%00', 'a%2f%2fevil.example', 'é', `${'x'.repeat(600)}`])(
    'says that %s leads nowhere',
    async code => {
      const { status, headers, address } = await follow(app, code);
      expect(status).toBe(404);
      expect(address).toBeNull();
      expect(headers.get('set-cookie')).toBeNull();
    },
  );

  it('leads elsewhere at once when the brand’s settings say so', async () => {
    await follow(app, link.code);
    for (const path of ['one', 'two', 'three']) {
      await onPool(app.database.db).query('UPDATE brands SET landing_url = $2 WHERE brand_id = $1', [
        brand.brandId,
        `https://shop.example/${path}`,
      ]);
      expect((await follow(app, link.code)).address?.pathname).toBe(`/${path}`);
    }
    await onPool(app.database.db).query('UPDATE brands SET landing_url = NULL WHERE brand_id = $1', [
      brand.brandId,
    ]);
    expect((await follow(app, link.code)).status).toBe(404);
  });

  it('never leads away from the brand’s page, whatever a request says', async () => {
    const tricky = fc.constantFrom(
      'evil.example',
      'https://evil.example',
      '//evil.example',
      'shop.example@evil.example',
    );
    const header = fc.constantFrom(
      'host',
      'x-forwarded-host',
      'x-forwarded-proto',
      'forwarded',
      'origin',
      'referer',
    );
    const value = fc.oneof(tricky, fc.webUrl(), fc.constantFrom('https', 'javascript'));
    const query = fc.dictionary(
      fc.constantFrom('to', 'b', 'ref', 'url', 'next', 'cairn_click'),
      fc.oneof(tricky, fc.string()),
    );
    const code = fc.oneof(fc.constant(link.code), fc.string({ minLength: 1, maxLength: 20 }));
    await fc.assert(
      fc.asyncProperty(code, query, fc.dictionary(header, value), async (asked, parameters, headers) => {
        const { b: _, ...others } = parameters;
        const path = `/r/${encodeURIComponent(asked)}?${new URLSearchParams(others)}`;
        const location = await locationOf(path, headers);
        if (location === undefined) return;
        const { origin, pathname } = new URL(location);
        const own = /^\/(?!\/)/.test(others.to ?? '') ? pathname : '/';
        expect(`${origin}${pathname}`).toBe(`https://shop.example${own}`);
      }),
      { numRuns: 300 },
    );
  });
});

/** By node:http, which lets a request name any host. */
async function locationOf(path: string, headers: Record<string, string>): Promise<string | undefined> {
  return await new Promise((resolve, reject) => {
    const all = { 'user-agent': 'Mozilla/5.0', ...headers };
    request(`${app.url}${path.replaceAll('/../', '/')}`, { headers: all }, response => {
      response.resume();
      response.once('end', () => resolve(response.headers.location));
    })
      .once('error', reject)
      .end();
  });
}
