import { describe, expect, it } from '@jest/globals';
import {
  excludedOf,
  exponentOf,
  mentionInAddress,
  mentionInAttributes,
  minorUnitsOf,
  netOfLines,
  type OrderLine,
} from './shop-order.js';

const click = '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a77';

describe('a decimal text in minor units', () => {
  it.each([
    ['19.99', 2, 1_999],
    ['19.9', 2, 1_990],
    ['19', 2, 1_900],
    ['1999', 0, 1_999],
    ['1999.0', 0, 1_999],
    ['1.234', 3, 1_234],
    ['-0.05', 2, -5],
    ['-0.00', 2, 0],
    // 0.1 + 0.2 and its like have no say here.
    ['90071992547409.91', 2, 9_007_199_254_740_991],
    ['90071992547409.92', 2, null],
    ['19.999', 2, null],
    ['1e3', 2, null],
    ['', 2, null],
    ['NaN', 2, null],
  ])('%s with %d decimals is %p', (text, exponent, units) => {
    expect(minorUnitsOf(text, exponent)).toBe(units);
  });

  it('has the decimals of ISO 4217', () => {
    expect(['USD', 'JPY', 'KWD', 'ZZZ'].map(exponentOf)).toEqual([2, 0, 3, undefined]);
  });
});

describe('2.6 the net amount of lines', () => {
  const line = (part: Partial<OrderLine>): OrderLine => ({
    ...{ unitPrice: 3_000, quantity: 3, currentQuantity: 3, refundedQuantity: 0, discount: 900, tax: 648 },
    ...part,
  });

  it.each([
    ['is items after discounts, tax left out where prices have it', [line({})], false, 8_100],
    ['', [line({})], true, 7_452],
    ['is of what edits left', [line({ currentQuantity: 1 })], false, 2_700],
    ['has in it what was refunded', [line({ currentQuantity: 1, refundedQuantity: 2 })], false, 8_100],
    ['counts a piece once that was refunded and taken away', [line({ refundedQuantity: 2 })], false, 8_100],
    ['is nothing of a line of nothing', [line({ quantity: 0, currentQuantity: 0 })], false, 0],
    ['is never below nothing', [line({ discount: 20_000 })], false, 0],
    ['rounds each line by itself', [line({ unitPrice: 100, discount: 100, currentQuantity: 1 })], false, 67],
  ])('%s (%#)', (_, lines, taxesIncluded, net) => {
    expect(netOfLines(lines, taxesIncluded)).toBe(net);
  });
});

describe('what an order mentions', () => {
  it.each([
    [`/?ref=ADA&cairn_click=${click}`, 'ADA', click],
    [`https://shop.example/a?cairn_click=${click.toUpperCase()}&ref=%20ada%20`, 'ada', click],
    ['/?ref=&cairn_click=none', null, null],
    [`/?ref=${'x'.repeat(65)}`, null, null],
    ['http://[', null, null],
    [null, null, null],
  ])('in the address %s is code %s and click %s', (address, ref, clickId) => {
    expect(mentionInAddress(address)).toEqual({ ref, clickId });
  });

  it('in attributes is found in any case', () => {
    const attributes = [
      { name: 'Gift', value: 'yes' },
      { name: ' REF ', value: 'ada' },
      { name: 'cairn_click', value: null },
    ];
    expect(mentionInAttributes(attributes)).toEqual({ ref: 'ada', clickId: null });
  });

  it('4.5 of Cairn’s own is no sale', () => {
    const tag = `cairn-${'0f'.repeat(16)}`;
    expect(excludedOf({ test: true, tags: ['vip', ` ${tag} `] })).toBe('reward');
    expect(excludedOf({ test: true, tags: ['cairn', 'cairn-fan'] })).toBe('test');
    expect(excludedOf({ test: false, tags: ['cairn'] })).toBeNull();
  });
});
