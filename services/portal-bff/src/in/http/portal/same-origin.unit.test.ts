import { describe, expect, it } from '@jest/globals';
import { isSameOrigin } from './same-origin.js';

describe('isSameOrigin', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://portal.example.com' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'https://portal.example.com' }, true],
    [{ origin: 'http://10.0.0.1:3000', host: '10.0.0.1:3000' }, true],
    [{ origin: 'https://evil.example', host: 'portal.example.com' }, false],
    [{ origin: 'null', host: 'portal.example.com' }, false],
    [{}, false],
  ])('%j: %s', (headers, expected) => {
    expect(isSameOrigin(headers, 'https://portal.example.com')).toBe(expected);
  });
});
