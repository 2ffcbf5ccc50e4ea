import { describe, expect, it } from '@jest/globals';
import { campaignGives, campaignStanding, leftWords } from './earning-words.js';

describe('leftWords', () => {
  it.each([
    [{ limit: null, left: null }, null],
    [{ limit: { count: 3, per: 'week' as const }, left: 2 }, '2 of 3 left this week'],
    [{ limit: { count: 1, per: 'day' as const }, left: 1 }, '1 of 1 left today'],
    [{ limit: { count: 5, per: 'ever' as const }, left: 5 }, '5 of 5 left in all'],
    [{ limit: { count: 3, per: 'month' as const }, left: 0 }, 'Done for this month'],
    [{ limit: { count: 3, per: 'day' as const }, left: 0 }, 'Done for today'],
    [{ limit: { count: 1, per: 'ever' as const }, left: 0 }, 'Done'],
  ])('2.1 %j: %s', (way, words) => {
    expect(leftWords(way)).toBe(words);
  });
});

describe('a campaign', () => {
  const spring = { joinPoints: 25, completionPoints: 100 };

  it.each([
    ['open', '+25 · +100', 'For joining, and for completing it'],
    ['joined', '+100', 'Joined: complete it for the rest'],
    ['completed', '', 'Completed'],
  ] as const)('2.5 %s gives %s', (state, gives, standing) => {
    expect(campaignGives({ ...spring, state })).toBe(gives);
    expect(campaignStanding({ ...spring, state })).toBe(standing);
  });

  it('2.5 may give for one step alone', () => {
    expect(campaignStanding({ joinPoints: 0, completionPoints: 9, state: 'open' })).toBe('For completing it');
    expect(campaignStanding({ joinPoints: 9, completionPoints: 0, state: 'open' })).toBe('For joining');
  });
});
