import { rewardInput } from '@cairn/contracts/http/reward-input';
import { describe, expect, it } from '@jest/globals';
import { emptyReplacement, readReplacement } from './replacement-form.js';

const filled = {
  ...emptyReplacement,
  name: ' Enamel mug ',
  title: 'A call',
  percent: '20',
  variantId: 'gid://shopify/ProductVariant/44001',
};
const types = ['manual_product', 'custom', 'discount_code', 'shopify_product'] as const;

describe('4.7 another reward instead', () => {
  it.each(types)('a %s is what the server takes', type => {
    const read = readReplacement({ ...filled, type });
    expect('input' in read && rewardInput.parse(read.input)).toMatchObject({ type });
  });

  it.each(types)('a %s says what is missing', type => {
    expect(readReplacement({ ...emptyReplacement, type })).toHaveProperty('errors');
  });
});
