import type { ActivityLine } from '@cairn/contracts/http/home';
import { describe, expect, it } from '@jest/globals';
import { effectWords, weightOf } from './activity-words.js';

const cases: [ActivityLine['status'], number | null, string, string][] = [
  ['awarded', 15, '+15', 'gave'],
  ['awarded', -40, '−40', 'took'],
  ['held', 35, '+35 pending', 'waits'],
  ['held', null, 'Pending', 'waits'],
  ['reversed', -5, '−5', 'took'],
  ['in_review', null, 'In review', 'waits'],
  ['not_awarded', null, 'No points', 'nothing'],
  ['not_awarded', 0, 'No points', 'nothing'],
  ['parked', null, 'Waiting', 'waits'],
  ['accepted', null, 'Counting…', 'waits'],
];

describe('a line of activity', () => {
  it.each(cases)('%s with %s points: %s, %s', (status, points, words, weight) => {
    expect(effectWords({ status, points }, 'en-GB')).toBe(words);
    expect(weightOf({ status, points })).toBe(weight);
  });
});
