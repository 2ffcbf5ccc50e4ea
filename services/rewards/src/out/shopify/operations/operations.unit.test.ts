import { describe, expect, it } from '@jest/globals';
import { coerceInputValue, type GraphQLInputType, parse, validate } from 'graphql';
import { discountOf } from '../../../domain/discount.js';
import { productOrderOf } from '../../../domain/product-order.js';
import { adminSchema } from '../../../testing/admin-schema.js';
import { discountInput } from '../discount-input.js';
import { draftOrderInput } from '../draft-order-input.js';
import { completeDraftOrder } from './complete-draft-order.js';
import { createDiscountCode } from './create-discount-code.js';
import { createDraftOrder } from './create-draft-order.js';
import { deleteDraftOrder } from './delete-draft-order.js';
import { findCustomer } from './find-customer.js';
import { findDiscountCode } from './find-discount-code.js';
import { findDraftOrder } from './find-draft-order.js';
import { knownVariants } from './known-variants.js';
import { listDraftOrders } from './list-draft-orders.js';
import { productVariants } from './product-variants.js';
import { searchVariants } from './search-variants.js';
import { setCustomer } from './set-customer.js';
import { shopFacts } from './shop-facts.js';
import { uninstallApp } from './uninstall-app.js';

const schema = adminSchema();

describe('the documents that we send', () => {
  it.each([
    findCustomer,
    setCustomer,
    createDiscountCode,
    findDiscountCode,
    createDraftOrder,
    findDraftOrder,
    completeDraftOrder,
    deleteDraftOrder,
    listDraftOrders,
    searchVariants,
    productVariants,
    knownVariants,
    shopFacts,
    uninstallApp,
  ])('$name is valid', ({ document }) => {
    expect(validate(schema, parse(document))).toEqual([]);
  });

  it.each([{ region: 'ON' }, { region: 'Ontario', line2: 'Flat 2', phone: '+16135551111' }, {}])(
    'the draft of a product sent to %j is a DraftOrderInput',
    part => {
      const address = {
        name: 'Ada King',
        line1: '1 Main St',
        city: 'Ottawa',
        postalCode: 'K1A',
        country: 'CA',
      };
      const order = productOrderOf(
        {
          grantId: '1c6b2f4e-9dc0-51d1-b245-5ffdce74fad2',
          tierName: 'Silver',
          reward: { type: 'shopify_product', variantId: '42' },
          claim: null,
        },
        'ada@example.com',
        { ...address, ...part },
      );
      expect(mistakesOf('DraftOrderInput', draftOrderInput(order))).toEqual([]);
      expect(draftOrderInput(order).shippingAddress).toMatchObject({
        firstName: 'Ada',
        lastName: 'King',
        ...('region' in part && part.region === 'ON' ? { provinceCode: 'ON' } : {}),
        ...('region' in part && part.region === 'Ontario' ? { province: 'Ontario' } : {}),
      });
      expect(order.tags.every(tag => tag.length <= 40)).toBe(true);
    },
  );

  it.each([
    { percent: 20, expiresInDays: 30 },
    { amount: 1000, minSubtotal: 5000 },
  ])('the discount of %j is a DiscountCodeBasicInput', part => {
    const discount = discountOf(
      {
        grantId: '1c6b2f4e-9dc0-51d1-b245-5ffdce74fad2',
        tierName: 'Silver',
        unlockedAt: '2026-11-01T10:00:00.200Z',
        reward: { type: 'discount_code', source: 'shopify', ...part },
        replacements: 0,
      },
      2,
    );
    expect(mistakesOf('DiscountCodeBasicInput', discountInput(discount, 'gid://shopify/Customer/1'))).toEqual(
      [],
    );
  });
});

function mistakesOf(type: string, input: unknown): string[] {
  const mistakes: string[] = [];
  coerceInputValue(input, schema.getType(type) as GraphQLInputType, (path, _value, error) =>
    mistakes.push(`${path.join('.')}: ${error.message}`),
  );
  return mistakes;
}
