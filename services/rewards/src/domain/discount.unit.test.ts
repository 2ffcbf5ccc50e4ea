import type { DiscountCodeReward } from '@cairn/contracts/reward';
import { describe, expect, it } from '@jest/globals';
import { discountOf, fitsCurrency, whoseTitle } from './discount.js';

const grantId = '1c6b2f4e-9dc0-51d1-b245-5ffdce74fad2';
const grant = (reward: Partial<DiscountCodeReward>) => ({
  grantId,
  tierName: 'Silver',
  replacements: 0,
  unlockedAt: '2026-11-01T10:00:00.200Z',
  reward: { type: 'discount_code', source: 'shopify', ...reward } as DiscountCodeReward,
});

describe('4.1 a discount code', () => {
  it('is a share of the cart, ends so many days after the unlock, and says whose it is', () => {
    const discount = discountOf(grant({ percent: 29, expiresInDays: 30 }), 2);
    expect(discount).toEqual({
      code: 'CAIRN-T52N-ZZEE-EKXD',
      title: `Cairn reward: Silver (grant ${grantId})`,
      mark: `(grant ${grantId})`,
      startsAt: '2026-11-01T10:00:00.200Z',
      endsAt: '2026-12-01T10:00:00.200Z',
      value: { percentage: 0.29 },
      minimumSubtotal: null,
      uses: 1,
    });
  });

  it('4.6 tells its own discount from one with former terms and from somebody else’s', () => {
    const first = discountOf(grant({ percent: 10 }), 2);
    const second = discountOf({ ...grant({ percent: 20 }), replacements: 1 }, 2);
    expect(second.code).toBe(first.code);
    expect(whoseTitle(first.title, first.mark, grantId)).toBe('ours');
    expect(whoseTitle(second.title, second.mark, grantId)).toBe('ours');
    expect(whoseTitle(first.title, second.mark, grantId)).toBe('former');
    expect(whoseTitle('SUMMER', first.mark, grantId)).toBe('foreign');
    expect(whoseTitle(undefined, first.mark, grantId)).toBe('foreign');
  });

  it('is an amount over a minimum, in decimals of the currency', () => {
    expect(discountOf(grant({ amount: 1000, minSubtotal: 5050 }), 2)).toMatchObject({
      value: { amount: '10.00' },
      minimumSubtotal: '50.50',
      endsAt: null,
    });
    expect(discountOf(grant({ amount: 500 }), 0).value).toEqual({ amount: '500' });
  });

  it('never means another currency than the shop’s', () => {
    expect(fitsCurrency(grant({ amount: 1 }).reward, 'USD', 'GBP')).toBe(false);
    expect(fitsCurrency(grant({ percent: 5, minSubtotal: 100 }).reward, 'USD', 'GBP')).toBe(false);
    expect(fitsCurrency(grant({ percent: 5 }).reward, 'USD', 'GBP')).toBe(true);
    expect(fitsCurrency(grant({ amount: 1 }).reward, 'USD', 'USD')).toBe(true);
  });
});
