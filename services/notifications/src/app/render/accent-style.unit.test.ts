import { describe, expect, it } from '@jest/globals';
import { accentStyle } from './accent-style.js';

describe('a button in the brand’s accent', () => {
  it.each([
    [null, '#1c1d1f', '#ffffff'],
    ['#7a4d2b', '#7a4d2b', '#ffffff'],
    ['#fc0', '#fc0', '#1c1d1f'],
    ['#ffffff', '#ffffff', '#1c1d1f'],
    ['#000', '#000', '#ffffff'],
  ])('%s: %s with %s on it', (accent, background, ink) => {
    expect(accentStyle(accent)).toEqual({ background, ink });
  });
});
