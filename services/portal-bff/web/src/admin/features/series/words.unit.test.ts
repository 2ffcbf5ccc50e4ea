import { describe, expect, it } from '@jest/globals';
import { changesOf } from './change-words.js';
import { completionWords } from './completion-words.js';
import { rewardLine } from './reward-words.js';

const sources = {
  currency: 'USD',
  exponent: 2,
  pools: new Map([['p1', 'Summer codes']]),
  products: new Map([['v1', 'Canvas tote / Natural']]),
};

describe('a series in words', () => {
  it('4.1 says each reward and how it comes about', () => {
    const lines = [
      rewardLine({ type: 'discount_code', source: 'shopify', percent: 20, expiresInDays: 60 }, sources),
      rewardLine(
        { type: 'discount_code', source: 'pool', poolId: 'p1', amount: 1250, minSubtotal: 5000 },
        sources,
      ),
      rewardLine({ type: 'shopify_product', variantId: 'v1', choice: true }, sources),
      rewardLine({ type: 'shopify_product', variantId: 'v2' }, sources),
      rewardLine({ type: 'manual_product', name: 'Pin' }, sources),
    ];
    expect(lines.map(({ what, how }) => `${what} | ${how}`)).toEqual([
      '20% off | code from Shopify, good for 60 days',
      '$12.50 off orders over $50 | code from the pool Summer codes',
      'Canvas tote / Natural | ordered in Shopify; they choose the variant',
      'A free product | ordered in Shopify by itself',
      'Pin | fulfilled by hand',
    ]);
  });

  it('3.7 says what happens at the top', () => {
    const name = () => 'Legends';
    expect(completionWords({ kind: 'promote', programId: 'x' }, name)).toBe('Move into Legends');
    expect(completionWords({ kind: 'repeat', maxCycles: null, carryOver: true }, name)).toBe(
      'Climb again, without end; points above the top carry over',
    );
  });

  it('3.2 offers what a status allows', () => {
    const of = (status: Parameters<typeof changesOf>[0]) => changesOf(status).map(({ change }) => change);
    expect(of('live')).toEqual(['pause', 'end']);
    expect(of('paused')).toEqual(['resume', 'end']);
    expect([of('draft'), of('ended')]).toEqual([[], []]);
  });
});
