import { describe, expect, it } from '@jest/globals';
import { slugOf } from './slug.js';

describe('slugOf', () => {
  it.each([
    ['Rosewood', 'rosewood'],
    ['Café Nord & Co.', 'cafe-nord-co'],
    ['  --  ', 'brand'],
    ['東京', 'brand'],
    ['x'.repeat(80), 'x'.repeat(50)],
  ])('%s gives %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
