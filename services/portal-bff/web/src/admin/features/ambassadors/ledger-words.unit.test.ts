import { describe, expect, it } from '@jest/globals';
import { whyPosted } from './ledger-words.js';

const count = (points: number) => points.toLocaleString('en-GB');
const why = (row: Partial<Parameters<typeof whyPosted>[0]>) =>
  whyPosted(
    { kind: 'action', reason: null, rule: null, pendingDelta: 0, availableDelta: 0, ...row },
    'USD',
    count,
  );

describe('why a row stands in the ledger', () => {
  it('2.1 is the action as it was frozen', () => {
    const rule = {
      actionId: 'a',
      name: 'Post a story',
      points: 40,
      limit: { count: 3, per: 'week' },
      disclosureRequired: true,
    };
    expect(why({ rule })).toBe('Post a story: 40 points, 3 a week, disclosure shown');
    expect(why({ rule: { ...rule, limit: null, disclosureRequired: false, points: 1 } })).toBe(
      'Post a story: 1 point',
    );
    expect(why({ rule: { ...rule, limit: { count: 1, per: 'ever' } } })).toContain('1 in all');
  });

  it('2.5 is the campaign and its step', () => {
    const rule = { name: 'Spring', points: 25 };
    expect(why({ kind: 'campaign_join', rule })).toBe('Spring: 25 points for joining');
    expect(why({ kind: 'campaign_completion', rule })).toBe('Spring: 25 points for completing');
  });

  it('2.6 is the referral rule, and 2.8 whether it was held', () => {
    expect(why({ kind: 'referral', rule: { mode: 'flat', points: 1500 }, availableDelta: 1500 })).toBe(
      '1,500 points a sale',
    );
    expect(why({ kind: 'referral', rule: { mode: 'fixed', rate: '0.25' }, pendingDelta: 25 })).toBe(
      '0.25 points for each USD, rounded down, held at first',
    );
  });

  it('2.15 tells the rows that move an earlier one', () => {
    expect(why({ kind: 'release', pendingDelta: -5, availableDelta: 5 })).toContain('hold is over');
    expect(why({ kind: 'reversal', pendingDelta: -5 })).toContain('while the points were held');
    expect(why({ kind: 'reversal', availableDelta: -5 })).toBe('The order was refunded');
    expect(why({ kind: 'reversal', availableDelta: 5 })).toBe('An edited order was raised again');
    expect(why({ kind: 'reversal', pendingDelta: 5 })).toBe('An edited order was raised again');
  });

  it('2.10 is an admin’s reason, and a dash where nothing is known', () => {
    expect(why({ kind: 'adjustment', reason: 'Goodwill' })).toBe('Goodwill');
    expect(why({ rule: { from: 'a version before' } })).toBe('–');
  });
});
