import { describe, expect, it } from '@jest/globals';
import { coerceInputValue, type GraphQLInputType, parse, validate } from 'graphql';
import { discountOf } from '../../../domain/discount.js';
import { adminSchema } from '../../../testing/admin-schema.js';
import { discountInput } from '../discount-input.js';
import { createDiscountCode } from './create-discount-code.js';
import { findCustomer } from './find-customer.js';
import { findDiscountCode } from './find-discount-code.js';
import { setCustomer } from './set-customer.js';

const schema = adminSchema();

describe('the documents that we send', () => {
  it.each([findCustomer, setCustomer, createDiscountCode, findDiscountCode])(
    '$name is valid',
    ({ document }) => {
      expect(validate(schema, parse(document))).toEqual([]);
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
      },
      2,
    );
    const mistakes: string[] = [];
    coerceInputValue(
      discountInput(discount, 'gid://shopify/Customer/1'),
      schema.getType('DiscountCodeBasicInput') as GraphQLInputType,
      (path, _value, error) => mistakes.push(`${path.join('.')}: ${error.message}`),
    );
    expect(mistakes).toEqual([]);
  });
});
