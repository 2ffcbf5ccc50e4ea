import { grantStatus } from '@cairn/contracts/reward';
import { describe, expect, it } from '@jest/globals';
import { grantWords, hasExpired, isUsable } from './grant-words.js';

const now = new Date('2026-11-22T10:00:00Z');
const issued = { status: 'issued' as const, type: 'discount_code', code: 'GOLD-7F3K', expiresAt: null };

describe('grantWords', () => {
  it.each(grantStatus.options)('has words for %s', status => {
    expect(grantWords({ status, type: 'discount_code', code: null }, 'Rosewood')).toMatch(/^[A-Z].*\.$/);
  });

  it('tells a code that is being made from a parcel on its way', () => {
    expect(grantWords({ status: 'pending', type: 'discount_code', code: null }, 'Rosewood')).toContain(
      'code',
    );
    expect(grantWords({ status: 'pending', type: 'manual_product', code: null }, 'Rosewood')).not.toContain(
      'code',
    );
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
