import { describe, expect, it } from '@jest/globals';
import { linkIn } from './sign-in-link.js';

describe('linkIn', () => {
  it('is the address that carries the token, in text or in HTML', () => {
    const link = 'http://127.0.0.1:3000/sign-in?brand=rosewood&token=abc';
    expect(linkIn({ text: `See http://127.0.0.1:3000/logo.png\nOpen ${link} now`, html: '' })).toBe(link);
    expect(linkIn({ text: '', html: `<a href="${link.replace('&', '&amp;')}">Sign in</a>` })).toBe(link);
  });

  it('is null where there is none', () => {
    expect(linkIn({ text: 'Your code is CAIRN-1', html: '' })).toBeNull();
  });
});
