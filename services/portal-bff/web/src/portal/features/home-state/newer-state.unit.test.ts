import { describe, expect, it } from '@jest/globals';
import { isNewer, newerOf } from './newer-state.js';

const at = (epoch: number, revision: number) => ({ epoch, revision });

describe('isNewer', () => {
  it.each([
    [at(1, 8), at(1, 7), true],
    [at(1, 7), at(1, 7), false],
    [at(1, 6), at(1, 7), false],
    [at(2, 1), at(1, 900), true],
    [at(1, 900), at(2, 1), false],
    [at(1, 10), at(1, 9), true],
  ])('%j after %j: %s', (candidate, current, expected) => {
    expect(isNewer(candidate, current)).toBe(expected);
  });
});

describe('newerOf', () => {
  it('takes the first state there is', () => {
    expect(newerOf(undefined, at(1, 0))).toEqual(at(1, 0));
  });

  it('keeps the very object at hand when the other is not newer', () => {
    const current = at(1, 7);
    expect(newerOf(current, at(1, 7))).toBe(current);
    expect(newerOf(current, at(1, 3))).toBe(current);
  });

  it('ends with the newest in whatever order they come', () => {
    const arrivals = [at(1, 3), at(2, 1), at(1, 9), at(2, 2), at(1, 4)];
    expect(arrivals.reduce((current, next) => newerOf(current, next))).toEqual(at(2, 2));
  });
});
