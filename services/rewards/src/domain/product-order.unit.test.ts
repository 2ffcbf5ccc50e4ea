import { describe, expect, it } from '@jest/globals';
import { addressOf, grantOfTags, grantTag, isStillCalculating, productOrderOf } from './product-order.js';
import { variantGid } from './variant-gid.js';
import { variantSearch } from './variant-search.js';

const grantId = '1c6b2f4e-9dc0-51d1-b245-5ffdce74fad2';
const home = { name: 'Ada', line1: '1 Main St', city: 'Leeds', postalCode: 'LS1', country: 'GB' };
const office = { ...home, line1: '2 High St' };

describe('4.5 a product is ordered', () => {
  it('as one piece of the variant, tagged with its grant', () => {
    const reward = { type: 'shopify_product', variantId: '42' } as const;
    const order = productOrderOf({ grantId, tierName: 'Gold', reward, claim: null }, 'ada@example.com', home);
    expect(order).toMatchObject({ variantGid: 'gid://shopify/ProductVariant/42', address: home });
    expect(order.tags).toEqual(['cairn', 'cairn-1c6b2f4e9dc051d1b2455ffdce74fad2']);
    expect(grantOfTags(['VIP', ...order.tags])).toBe(grantId);
    expect(grantOfTags([grantTag(grantId).toUpperCase()])).toBe(grantId);
    expect(grantOfTags(['cairn'])).toBeNull();
    const chosen = {
      variantGid: 'gid://shopify/ProductVariant/43',
      address: office,
      at: '2026-11-01T00:00:00Z',
    };
    expect(
      productOrderOf({ grantId, tierName: 'Gold', reward, claim: chosen }, 'ada@example.com', office)
        .variantGid,
    ).toBe(chosen.variantGid);
  });

  it.each([
    ['their own', null, home, null, home],
    ['nobody knows where', null, null, null, null],
    ['the claim’s', office, home, '2026-10-01T00:00:00Z', office],
    ['the claim’s, as they have none', office, null, '2026-11-03T00:00:00Z', office],
    ['their own, changed since', office, home, '2026-11-03T00:00:00Z', home],
  ])('goes to %s', (_, claimed, own, changedAt, to) => {
    const claim =
      claimed === null ? null : { variantGid: null, address: claimed, at: '2026-11-02T00:00:00Z' };
    expect(addressOf(claim, { address: own, changedAt })).toEqual(to);
  });

  it('waits while Shopify still calculates', () => {
    expect(isStillCalculating('This order has not finished calculating, please try again later')).toBe(true);
    expect(isStillCalculating('Unable to reserve inventory')).toBe(false);
  });
});

describe('variants', () => {
  it('are named by number or by global id', () => {
    expect(variantGid('42')).toBe('gid://shopify/ProductVariant/42');
    expect(variantGid('gid://shopify/ProductVariant/42')).toBe('gid://shopify/ProductVariant/42');
  });

  it.each([
    [undefined, null],
    ['  ', null],
    ['Canvas Tote', 'canvas* tote*'],
    ['CT-NAT-1', 'ct-nat-1*'],
    ['title:"x" OR -sku:*', 'title* x* or* sku*'],
    ['Grüße 茶', 'grüße* 茶*'],
  ])('are searched by %j as %j', (typed, query) => {
    expect(variantSearch(typed)).toBe(query);
  });
});
