import type { PortalSession } from '@cairn/contracts/http/auth';
import { describe, expect, it } from '@jest/globals';
import { isSameView, lookWords, whoseWords } from './look-words.js';

const session = (id: string, lookedBy: string | null): PortalSession => ({
  expiresAt: '2026-11-23T15:30:00.000Z',
  lookedBy,
  ambassador: { id, name: 'Ada Lovelace' },
});

describe('6.1 looking at the portal as an ambassador, in words', () => {
  it('6.1 says whose it is, who looks, until when, and that nothing can be changed', () => {
    const look = session('a', 'Rosa Ward');
    expect(whoseWords(look)).toBe('Ada Lovelace’s portal');
    const reader = { now: new Date('2026-11-23T14:40:00.000Z'), locale: 'en-GB', timeZone: 'Europe/Berlin' };
    expect(lookWords('Rosa Ward', look.expiresAt, reader)).toBe(
      'Seen by Rosa Ward until 16:30. Nothing can be changed.',
    );
  });

  it.each([
    ['the same, longer', session('a', null), { ...session('a', null), expiresAt: '2026-12-01' }, true],
    ['somebody else', session('a', null), session('b', null), false],
    ['a look in the place of an own session', session('a', null), session('a', 'Rosa Ward'), false],
    ['another who looks', session('a', 'Rosa Ward'), session('a', 'Max'), false],
  ])('knows whether it is still the same view: %s', (_, one, other, expected) => {
    expect(isSameView(one, other)).toBe(expected);
  });
});
