import { describe, expect, it } from '@jest/globals';
import { readFilters, withFilter } from './url-filters.js';

const names = ['programId', 'status'] as const;

describe('filters in the address', () => {
  it('are those of the given names that say something', () => {
    const search = new URLSearchParams('programId=p1&status=&other=x');
    expect(readFilters(search, names)).toEqual({ programId: 'p1' });
  });

  it('are set and taken away without touching what else the address says', () => {
    const search = new URLSearchParams('other=x&status=live');
    expect(withFilter(search, 'programId', 'p1').toString()).toBe('other=x&status=live&programId=p1');
    expect(withFilter(search, 'status', null).toString()).toBe('other=x');
    expect(withFilter(search, 'status', '').toString()).toBe('other=x');
    expect(search.toString()).toBe('other=x&status=live');
  });

  it('survive a category with any character', () => {
    const search = withFilter(new URLSearchParams(), 'status', 'a&b=c d/é');
    expect(readFilters(new URLSearchParams(search.toString()), names)).toEqual({ status: 'a&b=c d/é' });
  });
});
