import { describe, expect, it } from '@jest/globals';
import { splitByNeed } from './prune.js';

const since = new Date('2026-11-10T00:00:00Z');
const endedOn = (...days: number[]) =>
  days.map(day => ({ endedAt: `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z` }));

describe('which base backups stay', () => {
  it.each([
    ['all, where none is older', [11, 12], 0],
    ['the newest that had ended by then, and what came since', [7, 8, 9, 11], 2],
    ['one that ended at that very instant, and not the one before', [9, 10, 11], 1],
    ['the newest, however old', [1, 2, 3], 2],
    ['nothing, where there is none', [], 0],
  ])('%s', (_, days, gone) => {
    const all = endedOn(...days);
    expect(splitByNeed(all, since)).toEqual({ gone: all.slice(0, gone), kept: all.slice(gone) });
  });
});
