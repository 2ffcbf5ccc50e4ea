import { describe, expect, it } from '@jest/globals';
import { countedWords, impactLines } from './retroactive-words.js';

const running = {
  version: 2,
  total: 5_000,
  done: 1_200,
  gained: 40,
  startedAt: '2026-11-01T00:00:00Z',
  finishedAt: null,
};

describe('3.8 how far a retroactive publish is', () => {
  it.each([
    [running, false, 'Version 2 is unlocking tiers: 1,200 of 5,000 participants looked at.'],
    [running, true, 'Version 2 unlocks its tiers when the series is resumed.'],
  ])('%o', (progress, paused, words) => {
    expect(countedWords(progress, paused, 'en')).toBe(words);
  });
});

describe('3.8 what a retroactive publish would do', () => {
  const tier = (name: string) => ({ id: name, name, threshold: 100 });
  it('says who would gain what', () => {
    const gaining = [
      { tier: tier('Bronze'), ambassadors: 1 },
      { tier: tier('Silver'), ambassadors: 0 },
      { tier: tier('Gold'), ambassadors: 1_500 },
    ];
    expect(impactLines({ gaining, completing: 3, warnings: [] }, 'en')).toEqual([
      '1 ambassador would unlock Bronze',
      '1,500 ambassadors would unlock Gold',
      '3 ambassadors would go on from the top',
    ]);
  });
  it('or nobody', () => {
    expect(
      impactLines({ gaining: [{ tier: tier('Bronze'), ambassadors: 0 }], completing: 0, warnings: [] }, 'en'),
    ).toEqual(['Nobody would unlock anything']);
  });
});
