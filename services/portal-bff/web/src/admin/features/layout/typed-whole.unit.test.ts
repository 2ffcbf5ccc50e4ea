import { describe, expect, it } from '@jest/globals';
import { wholeOf } from './typed-whole.js';

describe('a typed whole number', () => {
  it.each([
    ['40', 40],
    [' 1,000 ', 1000],
    ['0', 0],
    ['', null],
    ['-3', null],
    ['2.5', null],
    ['1001', null],
    ['forty', null],
  ])('%j is %p', (typed, value) => {
    expect(wholeOf(typed, 0, 1000)).toBe(value);
  });

  it('is never one that JSON cannot keep', () => {
    expect(wholeOf('9007199254740993', 0, Number.MAX_SAFE_INTEGER)).toBeNull();
  });
});
