import { describe, expect, it } from '@jest/globals';
import { barWords, fractionToNext, missingWords, shortfallWords, standing } from './progress-words.js';

const medal = { preset: 'gold' as const };
const tier = (name: string, threshold: number, unlockedAt: string | null = null, deficit = 0) => ({
  id: name,
  name,
  threshold,
  medal,
  description: '',
  unlockedAt,
  deficit,
  rewards: [],
});
const next = (missing: number, rewards: string[] = ['20% off']) => ({
  id: 'Gold',
  name: 'Gold',
  threshold: 1000,
  medal,
  missing,
  rewards,
});
const then = '2026-11-01T10:00:00Z';

describe('fractionToNext', () => {
  it.each([
    [760, 0.76],
    [0, 0],
    [-20, 0],
    [1000, 1],
    [1200, 1],
  ])('%i points of 1000 → %d', (points, fraction) => {
    expect(fractionToNext({ points, nextTier: next(0) })).toBe(fraction);
  });

  it('is full at the top', () => {
    expect(fractionToNext({ points: 3, nextTier: null })).toBe(1);
  });
});

describe('missingWords', () => {
  it('says what is missing, for what', () => {
    expect(missingWords({ nextTier: next(1240, ['20% off', 'a mug']) }, 'en-GB')).toEqual({
      missing: '1,240',
      name: 'Gold',
      gives: '20% off and a mug',
    });
  });

  it('promises nothing where the tier gives nothing', () => {
    expect(missingWords({ nextTier: next(240, []) }, 'en-GB')?.gives).toBeNull();
  });
});

describe('shortfallWords', () => {
  it('is silent while all is well', () => {
    expect(
      shortfallWords({ points: 260, nextTier: next(740), tiers: [tier('Bronze', 250, then)] }, 'en-GB'),
    ).toEqual([]);
  });

  it('says how far below zero', () => {
    expect(
      shortfallWords({ points: -20, nextTier: next(1020), tiers: [tier('Bronze', 250)] }, 'en-GB'),
    ).toEqual([
      'You are 20 points below zero after a refund or a correction. New points make up for it first.',
    ]);
  });

  it('says that a tier stays although its points have gone', () => {
    const tiers = [tier('Bronze', 250, then), tier('Silver', 500, then, 20)];
    expect(shortfallWords({ points: 480, nextTier: next(520), tiers }, 'en-GB')).toEqual([
      'Silver stays yours. After a refund or a correction you are 20 points under Silver’s 500.',
    ]);
  });

  it('names several at once', () => {
    const tiers = [tier('Bronze', 250, then, 50), tier('Silver', 500, then, 300)];
    expect(shortfallWords({ points: 200, nextTier: next(800), tiers }, 'en-GB')).toEqual([
      'Bronze and Silver stay yours. After a refund or a correction you are 300 points under Silver’s 500.',
    ]);
  });
});

describe('standing', () => {
  it('keeps an unlocked tier set', () => {
    expect(standing(tier('Silver', 500, then, 20), next(520))).toBe('set');
    expect(standing(tier('Gold', 1000), next(520))).toBe('next');
    expect(standing(tier('Ruby', 2000), next(520))).toBe('later');
  });
});

describe('barWords', () => {
  it('is the whole progress in a sentence', () => {
    expect(barWords({ points: 760, nextTier: next(240), tiers: [] }, 'en-GB')).toBe(
      '760 points, 240 to Gold: 20% off',
    );
    expect(barWords({ points: 2400, nextTier: null, tiers: [] }, 'en-GB')).toBe(
      '2,400 points, every tier reached',
    );
  });
});
