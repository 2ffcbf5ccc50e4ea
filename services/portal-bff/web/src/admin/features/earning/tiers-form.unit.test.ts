import type { TieredRule } from '@cairn/contracts/referral-rule';
import { describe, expect, it } from '@jest/globals';
import { emptyTiers, readTiers, tiersForm } from './tiers-form.js';

const rule: TieredRule = {
  mode: 'tiered',
  metric: 'sales_amount',
  lookbackDays: 30,
  tiers: [
    { from: 0, points: 5 },
    { from: 10_050, rate: '0.25' },
  ],
};

describe('2.6 the form of a tiered rule', () => {
  it('shows a rule as it is typed, and reads it back', () => {
    const form = tiersForm(rule, 2);
    expect(form.tiers.map(tier => [tier.from, tier.by, tier.gives])).toEqual([
      ['0', 'points', '5'],
      ['100.50', 'rate', '0.25'],
    ]);
    expect(readTiers(form, 2)).toEqual({ rule });
    const byCount = { ...rule, metric: 'sales_count' as const, lookbackDays: null };
    expect(readTiers(tiersForm(byCount, 2), 2)).toEqual({ rule: byCount });
  });

  it('looks back over nothing by the order’s amount', () => {
    expect(readTiers({ ...tiersForm(rule, 2), metric: 'order_amount' }, 2)).toMatchObject({
      rule: { lookbackDays: null },
    });
  });

  it('says what is wrong at each field', () => {
    const tier = { from: '5', by: 'rate' as const, gives: 'much' };
    const form = { ...emptyTiers, lookback: 'long', tiers: [tier, { ...tier, gives: '1' }] };
    expect(readTiers(form, 2)).toEqual({
      errors: {
        lookback: expect.any(String),
        'tiers.0.gives': expect.any(String),
        'tiers.1.from': 'Above the tier before.',
      },
    });
  });
});
