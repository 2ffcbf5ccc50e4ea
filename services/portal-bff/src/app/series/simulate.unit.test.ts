import { simulateSeries } from '@cairn/contracts/http/simulation';
import { expect, it } from '@jest/globals';
import { priced } from './simulate.js';

const programIds = ['0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02'];

it('each tier costs its unlocks times its rewards; those without a cost are counted, not guessed', () => {
  const draft = simulateSeries.parse({
    programIds,
    completion: { kind: 'stay' },
    tiers: [
      { name: 'Bronze', threshold: 250, medal: { preset: 'bronze' } },
      {
        name: 'Silver',
        threshold: 500,
        medal: { preset: 'silver' },
        rewards: [
          { type: 'custom', title: 'Tea', cost: 450 },
          { type: 'discount_code', source: 'shopify', percent: 10, cost: 50 },
        ],
      },
      {
        name: 'Gold',
        threshold: 1_000,
        medal: { preset: 'gold' },
        rewards: [
          { type: 'manual_product', name: 'Mug', cost: 1_200 },
          { type: 'custom', title: 'Call' },
        ],
      },
    ],
  });
  const tier = (unlocks: number) => ({ standing: 0, reached: unlocks, unlocks, days: null });
  const told = {
    participants: 9,
    belowFirst: 0,
    completions: 2,
    promoted: 0,
    sample: null,
    tiers: [tier(9), tier(5), tier(2)],
  };
  expect(priced(told, draft, 'USD')).toMatchObject({
    tiers: [
      { name: 'Bronze', threshold: 250, unlocks: 9, cost: null },
      { name: 'Silver', cost: 2_500 },
      { name: 'Gold', cost: 2_400 },
    ],
    cost: { currency: 'USD', total: 4_900, withoutCost: 1 },
  });
});

it('a draft without tiers is refused with what to do', () => {
  const { error } = simulateSeries.safeParse({ programIds, completion: { kind: 'stay' }, tiers: [] });
  expect(error?.issues[0]?.message).toBe('a series has at least one tier: add one');
});
