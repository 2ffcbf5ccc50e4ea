import { describe, expect, it } from '@jest/globals';
import { sizeWords } from './size-words.js';

describe('bytes in words', () => {
  it.each([
    [340, '0.3 kB'],
    [999_000, '999 kB'],
    [3_240_000, '3.2 MB'],
    [20_000_000, '20 MB'],
    [212_400_000, '212 MB'],
    [1_500_000_000, '1.5 GB'],
  ])('%i', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});
