import { describe, expect, it } from '@jest/globals';
import { type DecisionKind, decided, inSample, mayMend, reviewOf } from './review.js';

describe('2.2 what is reviewed', () => {
  it.each([
    ['none', 'new', false, 'award'],
    ['none', 'trusted', true, 'award'],
    ['all', 'new', false, 'review'],
    ['all', 'trusted', false, 'review'],
    ['all', 'trusted', true, 'review'],
    ['untrusted', 'new', false, 'review'],
    ['untrusted', 'standard', true, 'review'],
    ['untrusted', 'trusted', false, 'award'],
    ['untrusted', 'trusted', true, 'award_and_review'],
  ] as const)('2.2 mode %s, %s, of the sample %s: %s', (mode, trust, sampled, review) => {
    expect(reviewOf(mode, trust, sampled)).toBe(review);
  });

  it.each([
    [0, 10, true],
    [0.0999, 10, true],
    [0.1, 10, false],
    [0.9999, 10, false],
    [0, 0, false],
    [0.9999, 100, true],
  ])('2.2 a share of %d is of a sample of %d percent: %s', (share, percent, is) => {
    expect(inSample(share, percent)).toBe(is);
  });
});

describe('2.2 what may be decided', () => {
  const kinds: DecisionKind[] = ['approve', 'reject', 'undo'];
  it.each([
    ['in_review', ['approved', 'rejected', undefined], false],
    ['approved', [undefined, undefined, 'in_review'], false],
    ['rejected', [undefined, undefined, 'in_review'], true],
    ['disclosure_missing', [undefined, undefined, undefined], true],
  ] as const)('2.2 of one that is %s: approve, reject, undo give %j', (status, after, mend) => {
    expect(kinds.map(kind => decided(status, kind))).toEqual(after);
    expect(mayMend(status)).toBe(mend);
  });
});
