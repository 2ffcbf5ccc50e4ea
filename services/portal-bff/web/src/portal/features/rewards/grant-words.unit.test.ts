import { grantStatus } from '@cairn/contracts/reward';
import { describe, expect, it } from '@jest/globals';
import { grantWords, hasExpired, isUsable } from './grant-words.js';

const now = new Date('2026-11-22T10:00:00Z');
const made = { code: null, orderName: null, note: null, tracking: null };

const issued = {
  ...made,
  status: 'issued' as const,
  type: 'discount_code',
  code: 'GOLD-7F3K',
  expiresAt: null,
};

describe('grantWords', () => {
  it.each(grantStatus.options)('has words for %s', status => {
    expect(grantWords({ ...made, status, type: 'discount_code' }, 'Rosewood')).toMatch(/^[A-Z].*\.$/);
  });

  it('tells a code that is being made from a parcel on its way', () => {
    expect(grantWords({ ...made, status: 'pending', type: 'discount_code' }, 'Rosewood')).toContain('code');
    expect(grantWords({ ...made, status: 'pending', type: 'manual_product' }, 'Rosewood')).not.toContain(
      'code',
    );
  });

  it('4.5 names the order, and 4.4 what the brand wrote', () => {
    const sent = { ...made, type: 'manual_product', tracking: '1Z 999', note: 'Enjoy!' };
    expect(grantWords({ ...sent, status: 'fulfilled' }, 'Rosewood')).toBe(
      'Rosewood has sent it: 1Z 999. Enjoy!',
    );
    const ordered = { ...made, type: 'shopify_product', status: 'ordered' as const, orderName: '#1001' };
    expect(grantWords(ordered, 'Rosewood')).toBe('It is on its way to your address: order #1001.');
  });
});

describe('isUsable', () => {
  it('is an issued code that has not run out', () => {
    expect(isUsable(issued, now)).toBe(true);
    expect(isUsable({ ...issued, expiresAt: '2026-11-22T10:00:01Z' }, now)).toBe(true);
    expect(isUsable({ ...issued, expiresAt: '2026-11-22T10:00:00Z' }, now)).toBe(false);
    expect(isUsable({ ...issued, status: 'cancelled' }, now)).toBe(false);
    expect(isUsable({ ...issued, code: null }, now)).toBe(false);
  });

  it('never runs out without a date', () => {
    expect(hasExpired(null, now)).toBe(false);
  });
});
