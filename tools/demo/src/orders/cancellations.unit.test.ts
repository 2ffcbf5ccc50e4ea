import { describe, expect, it } from '@jest/globals';
import { cancellationMatcher } from './cancellations.js';

const line = { customer: '17850', stockCode: '22960', price: 425 };
const sold = (orderId: string, quantity: number, at: string) => ({ ...line, orderId, quantity, at });
const cancelled = (quantity: number, at: string) => ({ ...line, quantity, at });

describe('a cancelled line', () => {
  it('takes back the latest earlier line that suffices', () => {
    const matcher = cancellationMatcher();
    matcher.sell(sold('a', 8, '2010-12-01T08:00:00.000Z'));
    matcher.sell(sold('b', 2, '2010-12-01T09:00:00.000Z'));
    matcher.sell(sold('c', 8, '2010-12-01T11:00:00.000Z'));
    expect(matcher.cancel(cancelled(2, '2010-12-01T10:00:00.000Z'))).toBe('b');
    expect(matcher.cancel(cancelled(2, '2010-12-01T10:00:00.000Z'))).toBe('a');
    expect(matcher.cancel(cancelled(8, '2010-12-01T12:00:00.000Z'))).toBe('c');
  });

  it('can take back a line in parts, and no more than is left of it', () => {
    const matcher = cancellationMatcher();
    matcher.sell(sold('a', 5, '2010-12-01T08:00:00.000Z'));
    const at = '2010-12-01T10:00:00.000Z';
    expect([
      matcher.cancel(cancelled(3, at)),
      matcher.cancel(cancelled(3, at)),
      matcher.cancel(cancelled(2, at)),
    ]).toEqual(['a', null, 'a']);
  });

  it.each([
    ['customer', { customer: '1' }],
    ['stock code', { stockCode: 'x' }],
    ['price', { price: 424 }],
  ])('needs the same %s', (_, other) => {
    const matcher = cancellationMatcher();
    matcher.sell(sold('a', 5, '2010-12-01T08:00:00.000Z'));
    expect(matcher.cancel({ ...cancelled(1, '2010-12-01T10:00:00.000Z'), ...other })).toBeNull();
  });
});
