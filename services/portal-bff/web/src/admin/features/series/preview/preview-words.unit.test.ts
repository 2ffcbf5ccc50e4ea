import type { HomeState } from '@cairn/contracts/http/home';
import { describe, expect, it } from '@jest/globals';
import { previewWords } from './preview-words.js';

const tier = (name: string, unlockedAt: string | null) => ({ name, unlockedAt });
const home = (points: number, tiers: object[], nextTier: object | null) =>
  ({ points, tiers, nextTier }) as unknown as HomeState;

describe('3.9 the preview in words', () => {
  it('says what is set and what is missing for what', () => {
    const next = { name: 'Gold', missing: 240, rewards: ['20% off', 'a mug'] };
    const tiers = [tier('Bronze', 'x'), tier('Silver', 'x'), tier('Gold', null)];
    expect(previewWords(home(760, tiers, next), 'en-GB')).toBe(
      'At 760 points: Bronze and Silver are set. 240 to Gold: 20% off and a mug.',
    );
  });

  it('says the beginning and the top', () => {
    const next = { name: 'Bronze', missing: 250, rewards: [] };
    expect(previewWords(home(0, [tier('Bronze', null)], next), 'en-GB')).toBe(
      'At 0 points: no tier is set yet. 250 to Bronze.',
    );
    expect(previewWords(home(300, [tier('Bronze', 'x')], null), 'en-GB')).toBe(
      'At 300 points: Bronze is set. That is the top.',
    );
  });
});
