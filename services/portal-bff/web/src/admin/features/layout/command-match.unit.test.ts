import { describe, expect, it } from '@jest/globals';
import { matches } from './command-match.js';

describe('what the palette finds', () => {
  it('needs every typed word to begin one of the texts, in any order and case', () => {
    expect(matches('new ser', 'Create new milestone series')).toBe(true);
    expect(matches('SERIES new', 'Create new milestone series')).toBe(true);
    expect(matches('ries', 'Create new milestone series')).toBe(false);
    expect(matches('tier', 'Create new milestone series', 'draft tiers')).toBe(true);
  });

  it('shows everything while nothing is typed', () => {
    expect(matches('  ', 'Series', undefined)).toBe(true);
  });
});
