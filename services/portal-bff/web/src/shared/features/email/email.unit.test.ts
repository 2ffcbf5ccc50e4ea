import { describe, expect, it } from '@jest/globals';
import { looksLikeEmail } from './email.js';

describe('looksLikeEmail', () => {
  it.each(['maya@example.com', 'm.o+x@mail.example.co.uk'])('takes %s', text => {
    expect(looksLikeEmail(text)).toBe(true);
  });
  it.each(['', 'maya', 'maya@', 'maya@example', 'maya @example.com', 'maya@example..com'])(
    'refuses “%s”',
    text => {
      expect(looksLikeEmail(text)).toBe(false);
    },
  );
});
