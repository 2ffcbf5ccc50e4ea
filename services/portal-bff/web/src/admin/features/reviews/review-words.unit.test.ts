import { describe, expect, it } from '@jest/globals';
import { decisionWords, isLate, titleOf } from './review-words.js';

const now = new Date('2026-11-23T09:00:00Z');

describe('a submission in words', () => {
  it('2.2 waits too long after two days, and not while it waits for nobody', () => {
    expect(isLate({ waitingSince: '2026-11-21T08:59:59Z' }, now)).toBe(true);
    expect(isLate({ waitingSince: '2026-11-21T09:00:00Z' }, now)).toBe(false);
    expect(isLate({ waitingSince: null }, now)).toBe(false);
  });

  it('2.11 is named by its action, or by its order', () => {
    const action = { id: 'a', name: 'Post a story', category: 'social_post' } as const;
    expect(titleOf({ kind: 'action', action, order: null })).toBe('Post a story');
    const order = { id: '1042', netAmount: 1, currency: 'USD' };
    expect(titleOf({ kind: 'self_referral', action: null, order })).toBe('Sale #1042 to their own address');
  });

  it('2.2 says what a decision does: a sample’s points are there already', () => {
    const of = { sampled: false, entryId: null, points: 1, kind: 'action' } as never;
    expect(decisionWords(of).approve).toBe('Gives 1 point, as of when it was handed in.');
    const sample = { sampled: true, entryId: 'e', points: 40, kind: 'action' } as never;
    expect(decisionWords(sample).reject).toContain('Takes its 40 points back');
  });
});
