import { describe, expect, it } from '@jest/globals';
import { normaliseEmail } from './normalise-email.js';

describe('2.11 e-mail addresses compare normalised', () => {
  it.each([
    ['Ada@Example.com', 'ada@example.com'],
    ['ada+shop@example.com', 'ada@example.com'],
    ['a.d.a@example.com', 'a.d.a@example.com'],
    ['A.D.A+x@gmail.com', 'ada@gmail.com'],
    ['ada@googlemail.com', 'ada@gmail.com'],
    [' ada@example.com ', 'ada@example.com'],
    ['not an address', 'not an address'],
  ])('%s is %s', (given, wanted) => {
    expect(normaliseEmail(given)).toBe(wanted);
  });
});
