import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Shop } from '../shop/shop.js';
import { Shops } from '../shop/shops.js';
import { customerCreate, customerSet } from './customer-mutations.js';
import { findCustomer } from './customers.js';

let directory: string;
let shops: Shops;
let shop: Shop;
let now: number;
const clock = () => now;

beforeEach(() => {
  now = 1_000;
  directory = mkdtempSync(path.join(tmpdir(), 'standin-'));
  shops = new Shops({ directory, clock, restoreRate: 1000, bucketSize: 20_000 });
  shop = shops.ensure('rosewood.myshopify.com', 'Rosewood', 'USD').shop;
});
afterEach(() => {
  shops.close();
  rmSync(directory, { recursive: true });
});

const ada = {
  identifier: { email: 'ada@example.com' },
  input: { email: 'Ada@example.com', firstName: 'Ada' },
};

describe('customerSet by e-mail', () => {
  it('makes one customer however often it is called, and changes only what is given', () => {
    customerSet(shop, clock, ada);
    now = 2_000;
    customerSet(shop, clock, ada);
    expect([...shop.customers.values()]).toMatchObject([{ email: 'Ada@example.com', updatedAt: 1_000 }]);
    customerSet(shop, clock, {
      ...ada,
      input: { email: 'ada@example.com', lastName: 'Byron', tags: ['b', 'a'] },
    });
    expect([...shop.customers.values()]).toMatchObject([
      { firstName: 'Ada', lastName: 'Byron', tags: ['a', 'b'], createdAt: 1_000, updatedAt: 2_000 },
    ]);
    expect(findCustomer(shop, { emailAddress: ' ADA@example.com' })?.lastName).toBe('Byron');
  });

  it.each([
    [
      'an identifier missing in the input',
      { email: 'a@b.de' },
      { firstName: 'A' },
      ['input'],
      'MISSING_FIELD_REQUIRED',
    ],
    ['an identifier that differs', { email: 'a@b.de' }, { email: 'c@b.de' }, ['input'], 'INPUT_MISMATCH'],
    ['an unknown id', { id: 'gid://shopify/Customer/7' }, { firstName: 'A' }, ['input'], 'NOT_FOUND'],
    ['no address at all', { email: 'a@b' }, { email: 'a@b' }, ['input', 'email'], 'INVALID'],
    ['nothing to know somebody by', {}, { note: 'hm' }, ['input'], 'INVALID'],
  ])('refuses %s', (_name, identifier, input, field, code) => {
    const { customer, userErrors } = customerSet(shop, clock, { identifier, input });
    expect(customer).toBeNull();
    expect(userErrors).toMatchObject([{ field, code }]);
    expect(shop.customers.size).toBe(0);
  });
});

describe('customerCreate', () => {
  it("refuses another customer's e-mail, whatever its case", () => {
    customerCreate(shop, clock, { input: { email: 'ada@example.com' } });
    expect(customerCreate(shop, clock, { input: { email: 'ADA@example.com' } })).toMatchObject({
      customer: null,
      userErrors: [{ field: ['email'], message: 'Email has already been taken' }],
    });
  });

  it('refuses what would be lost', () => {
    const input: object = { email: 'ada@example.com', addresses: [{ city: 'London' }] };
    expect(() => customerCreate(shop, clock, { input })).toThrow(
      'not implemented by the stand-in: CustomerInput.addresses',
    );
  });
});
