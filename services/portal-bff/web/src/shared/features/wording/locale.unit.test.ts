import { describe, expect, it } from '@jest/globals';
import { readerLocale } from './locale.js';

describe('readerLocale', () => {
  it.each([
    [['en-US', 'de'], 'en-US'],
    [['de-DE', 'en-US'], 'en-DE'],
    [['fr'], 'en-FR'],
    [['not a tag', 'en-IE'], 'en-IE'],
    [[], 'en-GB'],
  ])('%j → %s', (languages, expected) => {
    expect(readerLocale(languages)).toBe(expected);
  });
});
