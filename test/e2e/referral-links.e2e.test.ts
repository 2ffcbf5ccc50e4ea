import { beforeAll, describe, expect, it } from '@jest/globals';
import { admin, enrol, makeBrand, type TestBrand } from '../support/brand.js';

let brand: TestBrand;
let link: string;
let code: string;

beforeAll(async () => {
  brand = await makeBrand('Linked');
  await admin(brand, 'PATCH', '/brand', { landingUrl: 'https://linked.example/shop?lang=en' });
  ({ link, code } = await enrol(brand, 'ada'));
}, 60_000);

const browser = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';

async function follow(url: string, headers: Record<string, string> = {}) {
  const answer = await fetch(url, { redirect: 'manual', headers: { 'user-agent': browser, ...headers } });
  return { status: answer.status, to: new URL(answer.headers.get('location') ?? 'about:blank'), answer };
}

describe('an ambassador’s link', () => {
  it('leads a person to the brand’s page with the code, a click and UTM parameters, and knows them again', async () => {
    const first = await follow(link);
    expect(first.status).toBe(302);
    expect(`${first.to.origin}${first.to.pathname}`).toBe('https://linked.example/shop');
    const click = first.to.searchParams.get('cairn_click');
    expect(click).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(Object.fromEntries(first.to.searchParams)).toEqual({
      lang: 'en',
      ref: code,
      cairn_click: click,
      utm_source: 'ambassador',
      utm_medium: 'referral',
      utm_campaign: brand.slug,
    });
    const [cookie] = first.answer.headers.get('set-cookie')!.split(';');
    const again = await follow(link, { cookie: cookie! });
    expect(again.to.searchParams.get('cairn_click')).toBe(click);
    const shared = await follow(`${link}?b=${brand.slug}&to=/products/rose`, { cookie: cookie! });
    expect(shared.to.pathname).toBe('/products/rose');
  });

  it('shows a chat the page, and counts nothing', async () => {
    const { status, to, answer } = await follow(link, { 'user-agent': 'WhatsApp/2.23.20.0' });
    expect(status).toBe(302);
    expect(to.searchParams.get('ref')).toBe(code);
    expect(to.searchParams.has('cairn_click')).toBe(false);
    expect(answer.headers.has('set-cookie')).toBe(false);
  });

  it('leads to another page as soon as the brand’s change of it has answered', async () => {
    for (const page of ['spring', 'summer', 'autumn']) {
      await admin(brand, 'PATCH', '/brand', { landingUrl: `https://linked.example/${page}` });
      expect((await follow(link)).to.pathname).toBe(`/${page}`);
    }
  });
});
