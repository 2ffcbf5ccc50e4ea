import { describe, expect, it } from '@jest/globals';
import { foldCode, referralCode } from './referral-code.js';

describe('referralCode', () => {
  it('is 8 signs that nobody mistakes for others', () => {
    let next = 0;
    const codes = Array.from({ length: 24 }, () => referralCode(n => next++ % n)).join('');
    expect(codes).toMatch(/^[2-9CDFGHJKMNPQRTWXY]+$/);
    expect(referralCode(() => 0)).toHaveLength(8);
  });

  it('1.3 is compared case-folded', () => {
    expect(foldCode('ADA7QF2')).toBe(foldCode('ada7qf2'));
  });
});
