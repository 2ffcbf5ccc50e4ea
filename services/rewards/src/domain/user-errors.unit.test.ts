import { describe, expect, it } from '@jest/globals';
import {
  inShopifysWords,
  isPassingCustomerError,
  judgeDiscountErrors,
  type UserError,
} from './user-errors.js';

const refusal = (code: string | null, path: string): UserError => ({
  code,
  field: path === '' ? null : ['basicCodeDiscount', ...path.split('.')],
  message: `${path} ${code}`,
});

describe('4.7 what a refusal means', () => {
  it.each([
    ['taken', [refusal('TAKEN', 'code')]],
    ['permanent', [refusal('TAKEN', 'code'), refusal('BLANK', 'title')]],
    ['permanent', [refusal('TAKEN', 'title')]],
    ['unknown_customer', [refusal('INVALID', 'context.customers.add')]],
    ['passing', [refusal('INTERNAL_ERROR', '')]],
    ['permanent', [refusal('VALUE_OUTSIDE_RANGE', 'customerGets.value.percentage')]],
    ['permanent', [refusal(null, '')]],
  ] as const)('%s', (meaning, errors) => {
    expect(judgeDiscountErrors(errors)).toBe(meaning);
  });

  it('keeps Shopify’s own words', () => {
    expect(
      inShopifysWords([{ code: 'INVALID', field: null, message: 'Ends at needs to be after starts_at' }]),
    ).toBe('Ends at needs to be after starts_at');
  });

  it('takes a lost race for an e-mail as passing', () => {
    expect(isPassingCustomerError([refusal('TAKEN', 'email')])).toBe(true);
    expect(isPassingCustomerError([refusal('INVALID', 'email')])).toBe(false);
  });
});
