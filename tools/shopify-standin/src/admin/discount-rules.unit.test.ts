import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Shop } from '../shop/shop.js';
import { Shops } from '../shop/shops.js';
import type { DiscountCodeBasicInput } from './discount-input.js';
import { discountCodeBasicCreate } from './discount-mutations.js';
import { discountUserErrors } from './discount-rules.js';

const NOW = Date.parse('2026-11-01T10:00:00Z');
const VALID: DiscountCodeBasicInput = {
  title: 'Gold: 20% off',
  code: 'GOLD-1',
  startsAt: NOW,
  context: { all: 'ALL' },
  customerGets: { items: { all: true }, value: { percentage: 0.2 } },
};

let directory: string;
let shops: Shops;
let shop: Shop;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'standin-'));
  shops = new Shops({ directory, clock: () => NOW, restoreRate: 1000, bucketSize: 20_000 });
  shop = shops.ensure('rosewood.myshopify.com', 'Rosewood', 'USD').shop;
});
afterEach(() => {
  shops.close();
  rmSync(directory, { recursive: true });
});

describe('what Shopify refuses of a code', () => {
  it('takes a good one', () => {
    expect(discountUserErrors(shop, VALID)).toEqual([]);
  });

  it.each<[string, DiscountCodeBasicInput, string, string, string]>([
    ['no title', { title: null }, 'title', 'BLANK', "Title can't be blank"],
    [
      'a long title',
      { title: 'x'.repeat(256) },
      'title',
      'TOO_LONG',
      'Title is too long (maximum is 255 characters)',
    ],
    ['no code', { code: null }, 'code', 'BLANK', "Code can't be blank"],
    ['an empty code', { code: '' }, 'code', 'TOO_SHORT', 'Code is too short (minimum is 1 character)'],
    [
      'a line break in the code',
      { code: 'A\nB' },
      'code',
      'INVALID',
      'Code cannot contain newline characters.',
    ],
    ['no start', { startsAt: null }, 'startsAt', 'BLANK', "Starts at can't be blank"],
    [
      'an end before the start',
      { endsAt: NOW - 1 },
      'endsAt',
      'INVALID',
      'Ends at needs to be after starts_at',
    ],
    ['nobody chosen', { context: null }, 'context', 'BLANK', "Context can't be blank"],
    [
      'two ways of choosing',
      { customerSelection: { all: true } },
      'context',
      'INVALID',
      'Only one of context or customerSelection can be provided.',
    ],
    [
      'an unknown customer',
      { context: { customers: { add: ['gid://shopify/Customer/7'] } } },
      'context.customers.add',
      'INVALID',
      'Customer with id: 7 is invalid',
    ],
    [
      'more than everything',
      { customerGets: { items: { all: true }, value: { percentage: 1.5 } } },
      'customerGets.value.percentage',
      'VALUE_OUTSIDE_RANGE',
      'Value must be between 0.0 and 1.0',
    ],
    [
      'a negative amount',
      { customerGets: { items: { all: true }, value: { discountAmount: { amount: '-5' } } } },
      'customerGets.value.discountAmount.amount',
      'LESS_THAN_OR_EQUAL_TO',
      'Value must be less than or equal to 0',
    ],
    ['no uses', { usageLimit: 0 }, 'usageLimit', 'GREATER_THAN', 'Usage limit must be greater than 0'],
  ])('refuses %s', (_name, change, field, code, message) => {
    expect(discountUserErrors(shop, { ...VALID, ...change })).toEqual([
      { field: ['basicCodeDiscount', ...field.split('.')], code, message },
    ]);
  });

  it('refuses a code that is taken, whatever its case', () => {
    discountCodeBasicCreate(shop, () => NOW, { basicCodeDiscount: VALID });
    expect(discountUserErrors(shop, { ...VALID, code: 'gold-1' })).toEqual([
      {
        field: ['basicCodeDiscount', 'code'],
        code: 'TAKEN',
        message: 'Code must be unique. Please try a different code.',
      },
    ]);
    expect(shop.discounts.size).toBe(1);
  });

  it('tells every mistake at once', () => {
    const mistakes = discountUserErrors(shop, {});
    expect(mistakes.map(mistake => mistake.field?.at(1))).toEqual([
      'title',
      'code',
      'startsAt',
      'context',
      'customerGets',
    ]);
  });
});

describe('what the stand-in has not built', () => {
  it('is refused by name before anything is made', () => {
    const context: object = { customerSegments: { add: ['gid://shopify/Segment/1'] } };
    const input = { ...VALID, context };
    expect(() => discountCodeBasicCreate(shop, () => NOW, { basicCodeDiscount: input })).toThrow(
      'not implemented by the stand-in: DiscountContextInput.customerSegments',
    );
    expect(shop.discounts.size).toBe(0);
  });
});
