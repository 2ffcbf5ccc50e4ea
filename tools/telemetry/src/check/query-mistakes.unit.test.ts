import { describe, expect, it } from '@jest/globals';
import { queryMistakes } from './query-mistakes.js';

const known = new Map([
  ['a_total', new Set(['topic'])],
  ['b', new Set(['kind'])],
]);

describe('the check of a query', () => {
  it.each([
    ['sum by (topic) (rate(a_total{topic="x"}[$__rate_interval])) > 3', []],
    ['sum(a_totl)', ['nobody serves a_totl']],
    ['a_total{kind="x"}', ['a_total has no label kind']],
    ['sum by (kind) (a_total)', ['no series here has a label kind']],
    ['a_total and on (kind) b', []],
  ])('%s', (query, mistakes) => {
    expect(queryMistakes(query, known)).toEqual(mistakes);
  });

  it.each(['sum(a_total', '{topic="x"}', 'rate(a_total[$interval])'])('does not take %s', query => {
    expect(() => queryMistakes(query, known)).toThrow(query.slice(0, 5));
  });
});
