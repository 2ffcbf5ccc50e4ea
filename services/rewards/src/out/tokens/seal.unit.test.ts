import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { currentPrefix, seal, unseal } from './seal.js';
import { type TokenKey, tokenKeysOf } from './token-keys.js';

const written = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [old, next] = [written('a'), written('b')];
const keysOf = (text: string) => tokenKeysOf(text) as readonly TokenKey[];

describe('keys of tokens', () => {
  it('are read in their order', () => {
    expect(keysOf(`${next}, ${old}`).map(key => [key.id, key.secret.length])).toEqual([
      ['b', 32],
      ['a', 32],
    ]);
  });

  it.each([
    ['', 'key 1 is not'],
    ['a:short', 'key 1 is not'],
    [`${old},nothing`, 'key 2 is not'],
    [`${old},${old}`, 'two keys have the id a'],
  ])('%s is refused in words', (text, words) => {
    expect(tokenKeysOf(text)).toContain(words);
  });
});

describe('a token at rest', () => {
  const sealed = seal(keysOf(old), 'shop-1', 'shpat_secret');

  it('is read with its key, also when that is no longer the first', () => {
    expect(sealed).not.toContain('secret');
    expect(unseal(keysOf(old), 'shop-1', sealed)).toBe('shpat_secret');
    expect(unseal(keysOf(`${next},${old}`), 'shop-1', sealed)).toBe('shpat_secret');
    expect(sealed.startsWith(currentPrefix(keysOf(old)))).toBe(true);
    expect(sealed.startsWith(currentPrefix(keysOf(`${next},${old}`)))).toBe(false);
  });

  it('is nobody else’s: another shop’s, changed, or without its key', () => {
    expect(() => unseal(keysOf(old), 'shop-2', sealed)).toThrow();
    expect(() => unseal(keysOf(old), 'shop-1', `${sealed.slice(0, -2)}AA`)).toThrow();
    expect(() => unseal(keysOf(next), 'shop-1', sealed)).toThrow('lacks the key a');
  });

  it('that was stored before is read as it is', () => {
    expect(unseal(keysOf(old), 'shop-1', 'shpat_plain')).toBe('shpat_plain');
  });
});
