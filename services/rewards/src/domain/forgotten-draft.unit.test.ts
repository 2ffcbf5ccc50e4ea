import { describe, expect, it } from '@jest/globals';
import { searchIn } from './forgotten-draft.js';

describe('4.6 whether an order may be there that a lost database knew of', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 10, 0, second));
  it.each([
    ['just unlocked', 0, null, 5, null],
    ['unlocked a while ago: a claim, a retry, or read again after a restore', 0, null, 61, 0],
    ['just recalled: the search may not have it yet', 0, 5, 10, 25_000],
    ['recalled a while ago', 0, 5, 35, 0],
  ])('%s', (_name, unlocked, recalled, now, wait) => {
    const recalledAt = recalled === null ? null : at(recalled).toISOString();
    expect(searchIn(at(unlocked).toISOString(), recalledAt, at(now))).toBe(wait);
  });
});
