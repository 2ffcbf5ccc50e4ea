import { describe, expect, it } from '@jest/globals';
import { Fault, Faults } from './faults.js';

const SHOP = 'a.myshopify.com';

describe('faults', () => {
  it('happen as often as asked, oldest first, and only to what they are aimed at', () => {
    const faults = new Faults();
    faults.add(Fault.parse({ kind: 'http_500', operation: 'customerSet', times: 2 }));
    faults.add(Fault.parse({ kind: 'reset', shop: 'b.myshopify.com' }));
    faults.add(Fault.parse({ kind: 'throttled' }));
    expect(faults.take(SHOP, ['discountCodeBasicCreate'])?.kind).toBe('throttled');
    expect(faults.take(SHOP, ['customerSet'])?.kind).toBe('http_500');
    expect(faults.take(SHOP, ['customerSet'])?.kind).toBe('http_500');
    expect(faults.take(SHOP, ['customerSet'])).toBeUndefined();
    expect(faults.take('b.myshopify.com', ['shop'])?.kind).toBe('reset');
    expect(faults.waiting()).toEqual([]);
  });

  it('are refused with a mistake in them', () => {
    expect(Fault.safeParse({ kind: 'explode' }).success).toBe(false);
    expect(Fault.safeParse({ kind: 'slow', milliseconds: 5 }).success).toBe(false);
  });
});
