import { describe, expect, it } from '@jest/globals';
import { visitorCookie, visitorOf } from './visitor-cookie.js';

const [brandId, other] = ['0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a00', '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01'];
const visitor = '7d0a9ee2-4f0c-4a36-9c1f-3b1f6d5a2c11';
const cookie = visitorCookie({ brandId, visitor, days: 30 }, true);

describe('a visitor’s cookie', () => {
  it('is read again for its brand alone', () => {
    const [pair] = cookie.split('; ');
    expect(visitorOf(`a=b; ${pair}; c=d`, brandId)).toBe(visitor);
    expect(visitorOf(pair, other)).toBeUndefined();
    expect(visitorOf(undefined, brandId)).toBeUndefined();
  });

  it('lives as long as the brand’s window, for links alone', () => {
    expect(cookie).toBe(
      `cairn_visitor_${brandId}=${visitor}; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(visitorCookie({ brandId, visitor, days: 1 }, false)).toBe(
      `cairn_visitor_${brandId}=${visitor}; Max-Age=86400; HttpOnly; SameSite=Lax`,
    );
  });

  it.each(['', 'x', `${visitor}x`, visitor.toUpperCase(), '00000000-0000-0000-0000-000000000000'])(
    'does not count where we cannot have given it: %j',
    value => {
      expect(visitorOf(`cairn_visitor_${brandId}=${value}`, brandId)).toBeUndefined();
    },
  );
});
