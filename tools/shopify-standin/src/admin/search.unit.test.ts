import { describe, expect, it } from '@jest/globals';
import { matchesInstant, matchesWords, parseSearch } from './search.js';

const all = { words: true, comparable: ['created_at'] };

describe('a search', () => {
  it('is terms that all hold, quoted or bare', () => {
    const terms = parseSearch(`tag:cairn AND status:open created_at:<'2026-11-01T10:00:00Z'`, all);
    expect(terms.map(({ field, value, comparator }) => [field, comparator, value])).toEqual([
      ['tag', null, 'cairn'],
      ['status', null, 'open'],
      ['created_at', '<', '2026-11-01T10:00:00Z'],
    ]);
    expect(parseSearch('linen tote*', all)).toMatchObject([
      { field: 'default', value: 'linen', isPrefix: false },
      { field: 'default', value: 'tote', isPrefix: true },
    ]);
  });

  it.each(['a:1 OR a:2', '-tag:x', 'NOT tag:x', '(tag:x)', 'tag:>5'])('does not guess at %s', query => {
    expect(() => parseSearch(query, all)).toThrow('not implemented by the stand-in: search query');
  });

  it('knows neither words nor comparisons where a list has not built them', () => {
    for (const query of ['linen', 'tag:li*', 'created_at:<2026'])
      expect(() => parseSearch(query)).toThrow('not implemented');
  });
});

describe('the words of a text', () => {
  const term = (value: string, isPrefix = false) => ({
    field: 'title',
    value,
    isPrefix,
    comparator: null,
  });

  it('match whole and in order, the last as a prefix if asked', () => {
    expect(matchesWords('Linen Tote Bag', term('linen tote'))).toBe(true);
    expect(matchesWords('Linen Tote Bag', term('tote linen'))).toBe(false);
    expect(matchesWords('Linen Tote Bag', term('lin'))).toBe(false);
    expect(matchesWords('Linen Tote Bag', term('Linen to', true))).toBe(true);
  });
});

describe('an instant', () => {
  it('is compared as asked', () => {
    const [before] = parseSearch('created_at:<2026-11-01T10:00:00Z', all);
    if (!before) throw new Error('no term');
    const at = Date.parse('2026-11-01T10:00:00Z');
    expect([at - 1, at, at + 1].map(own => matchesInstant(own, before))).toEqual([true, false, false]);
  });
});
