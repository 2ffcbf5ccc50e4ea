import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Shop } from '../shop/shop.js';
import { Shops } from '../shop/shops.js';
import { Notices } from '../webhooks/notices.js';
import { draftOrderComplete } from './draft-order-completion.js';
import type { DraftOrderInput } from './draft-order-input.js';
import { draftOrderCreate, draftOrderDelete } from './draft-order-mutations.js';
import { toGid } from './gid.js';
import { saleTotals } from './sale-totals.js';

const COUNTRIES = ['US', 'DE', 'CA'];
const FREE = { value: 100, valueType: 'PERCENTAGE' as const };

let directory: string;
let shops: Shops;
let shop: Shop;
const clock = () => 1_000;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'standin-'));
  open();
});
afterEach(() => {
  shops.close();
  rmSync(directory, { recursive: true });
});

function open(): void {
  shops = new Shops({ directory, clock, restoreRate: 1000, bucketSize: 20_000 });
  shop = shops.ensure('rosewood.myshopify.com', 'Rosewood', 'USD').shop;
}

function variantOf(sku: string) {
  const owned = shop.catalogue.variants().find(({ variant }) => variant.sku === sku);
  if (!owned) throw new Error(`no ${sku}`);
  return owned;
}

const line = (sku: string, quantity = 1) => ({
  variantId: toGid('ProductVariant', variantOf(sku).variant.id),
  quantity,
});
const create = (input: DraftOrderInput) => draftOrderCreate(shop, clock, COUNTRIES, { input });

/** The global id of a new draft. */
function drafted(input: DraftOrderInput): string {
  expect(create(input).userErrors).toEqual([]);
  return toGid('DraftOrder', [...shop.sales.drafts.keys()].at(-1) ?? 0);
}
const complete = (id: string) => draftOrderComplete(shop, clock, new Notices(), { id }).userErrors;

describe('draftOrderCreate', () => {
  it('keeps the buyer, the address and the tags, and takes no stock', () => {
    drafted({
      lineItems: [line('TEE-M', 2)],
      appliedDiscount: FREE,
      email: 'ada@example.com',
      shippingAddress: { firstName: 'Ada', address1: 'Torstr. 1', city: 'Berlin', countryCode: 'DE' },
      tags: ['cairn', ' Cairn ', 'b'],
      customAttributes: [{ key: 'grant', value: 'g1' }],
    });
    expect([...shop.sales.drafts.values()]).toMatchObject([
      {
        number: 1,
        email: 'ada@example.com',
        customerId: shop.customerByEmail('ada@example.com')?.id,
        tags: ['b', 'cairn'],
        shippingAddress: { city: 'Berlin', countryCode: 'DE', zip: null },
        lines: [{ title: 'Organic Cotton T-Shirt', variantTitle: 'M', quantity: 2, unitPrice: '42.00' }],
      },
    ]);
    expect(variantOf('TEE-M').variant.inventoryQuantity).toBe(75);
  });

  it.each<[string, (input: DraftOrderInput) => DraftOrderInput, string[] | null, string]>([
    ['no items', ({ lineItems: _, ...input }) => input, null, 'Add at least 1 product'],
    [
      'an unknown variant',
      input => ({ ...input, lineItems: [{ variantId: 'gid://shopify/ProductVariant/7', quantity: 1 }] }),
      null,
      'Product with ID 7 is no longer available.',
    ],
    [
      'no pieces',
      input => ({ ...input, lineItems: [line('TEE-M', 0)] }),
      ['lineItems', '0', 'quantity'],
      'Quantity must be greater than or equal to 1',
    ],
    [
      'more than everything off',
      input => ({ ...input, appliedDiscount: { ...FREE, value: 101 } }),
      ['appliedDiscount', 'value'],
      'Applied discount value must be less than or equal to 100%',
    ],
    [
      'a discount that is too precise',
      input => ({
        ...input,
        lineItems: [{ ...line('TEE-M'), appliedDiscount: { ...FREE, value: 12.345 } }],
      }),
      ['lineItems', '0', 'appliedDiscount', 'value'],
      'Applied discount value can have at most 2 digits after decimal point',
    ],
    ['a wrong e-mail', input => ({ ...input, email: 'not-an-email' }), ['email'], 'Email is invalid'],
    [
      'a long tag',
      input => ({ ...input, tags: ['x'.repeat(41)] }),
      ['tags', '0'],
      'Title Tag exceeds the maximum length of 40 characters',
    ],
    [
      'a country that is none',
      input => ({ ...input, shippingAddress: { country: 'Atlantis' } }),
      ['shippingAddress', 'country'],
      'Country is invalid',
    ],
    [
      'a province of another country',
      input => ({ ...input, shippingAddress: { countryCode: 'US', provinceCode: 'ON' } }),
      ['shippingAddress', 'province'],
      'Province is invalid',
    ],
    [
      'an unknown customer',
      input => ({ ...input, purchasingEntity: { customerId: 'gid://shopify/Customer/7' } }),
      ['purchasingEntity', 'customerId'],
      'Customer does not exist',
    ],
  ])('refuses %s', (_name, change, field, message) => {
    const answer = create(change({ lineItems: [line('TEE-M')] }));
    expect(answer).toEqual({ draftOrder: null, userErrors: [{ field, message }] });
    expect(shop.sales.drafts.size).toBe(0);
    expect(shop.customers.size).toBe(0);
  });

  it('refuses what would be lost', () => {
    const custom = { lineItems: [{ title: 'A handshake', quantity: 1 }] };
    expect(() => create(custom)).toThrow('not implemented by the stand-in: DraftOrderLineItemInput');
    const later: object = { lineItems: [line('TEE-M')], reserveInventoryUntil: 5_000 };
    expect(() => create(later)).toThrow('DraftOrderInput.reserveInventoryUntil');
  });
});

describe('draftOrderComplete', () => {
  it('makes one order and takes the stock once, however often it is called', () => {
    const id = drafted({ lineItems: [line('TEE-M', 2)], appliedDiscount: FREE });
    expect(complete(id)).toEqual([]);
    expect(complete(id)).toEqual([{ field: null, message: 'This order has been paid' }]);
    expect([...shop.sales.orders.values()]).toMatchObject([{ number: 1001, financialStatus: 'PAID' }]);
    expect(variantOf('TEE-M').variant.inventoryQuantity).toBe(73);
  });

  it('refuses what is not in stock, counted over all lines, and makes nothing', () => {
    const id = drafted({ lineItems: [line('BEAN-RUS', 2), line('BEAN-RUS', 2)] });
    expect(complete(id)).toEqual([{ field: null, message: 'Line items Unable to reserve inventory' }]);
    expect(shop.sales.orders.size).toBe(0);
    expect(variantOf('BEAN-RUS').variant.inventoryQuantity).toBe(3);
  });

  it('sells beyond the stock where the policy says so', () => {
    expect(complete(drafted({ lineItems: [line('THROW-130', 7)] }))).toEqual([]);
    expect(variantOf('THROW-130').variant.inventoryQuantity).toBe(-2);
  });

  it('refuses a variant that was deleted meanwhile', () => {
    const id = drafted({ lineItems: [line('TEE-M')] });
    const { product } = variantOf('TEE-M');
    shop.putProduct({ ...product, variants: product.variants.filter(({ sku }) => sku !== 'TEE-M') });
    expect(complete(id)).toEqual([{ field: null, message: 'Product variant not found.' }]);
  });

  it('refuses an unknown draft', () => {
    expect(complete('gid://shopify/DraftOrder/7')).toMatchObject([{ field: ['id'] }]);
  });
});

describe('draftOrderDelete', () => {
  it('leaves the order, and no number is given twice', () => {
    const id = drafted({ lineItems: [line('TEE-M')] });
    complete(id);
    expect(draftOrderDelete(shop, { input: { id } })).toEqual({ deletedId: id, userErrors: [] });
    expect(draftOrderDelete(shop, { input: { id } })).toMatchObject({ deletedId: null, userErrors: [{}] });
    drafted({ lineItems: [line('TEE-M')] });
    expect([...shop.sales.drafts.values()]).toMatchObject([{ number: 2 }]);
    expect(shop.sales.orders.size).toBe(1);
  });
});

describe('the totals', () => {
  it('take the lines’ discounts first, then the order’s, and leave the delivery', () => {
    const half = { value: 50, valueType: 'PERCENTAGE' as const };
    drafted({
      lineItems: [{ ...line('MUG-SND', 2), appliedDiscount: half }, line('CREAM-75')],
      appliedDiscount: { value: 2, valueType: 'FIXED_AMOUNT' },
      shippingLine: { title: 'Post', price: '5' },
    });
    const [draft] = shop.sales.drafts.values();
    expect(draft && saleTotals(draft)).toMatchObject({
      original: 6600,
      afterLines: 4200,
      subtotal: 4000,
      discounts: 2600,
      total: 4500,
      quantity: 3,
    });
  });
});

describe('after a restart', () => {
  it('drafts, orders, stock and numbers are as they were', () => {
    const id = drafted({ lineItems: [line('TEE-M', 2)], email: 'ada@example.com' });
    complete(id);
    drafted({ lineItems: [line('TEE-S')] });
    const before = [shop.sales.drafts, shop.sales.orders, shop.catalogue.products, shop.nextId];
    shops.close();
    open();
    expect([shop.sales.drafts, shop.sales.orders, shop.catalogue.products, shop.nextId]).toEqual(before);
    expect(complete(id)).toEqual([{ field: null, message: 'This order has been paid' }]);
  });
});
