import { describe, expect, it } from '@jest/globals';
import { unstorableText } from './storable.js';

describe('text that Postgres cannot keep', () => {
  it.each([
    ['a NUL', { a: ['x', 'y\0'] }, ['a.1']],
    ['half a pair', { a: { b: '\ud83d' } }, ['a.b']],
    ['a key with a NUL', { 'k\0': 1 }, ['k\0']],
    ['several', { a: '\0', b: '\0' }, ['a', 'b']],
    ['none', { a: 'é 🪨', b: 1, c: null, d: true }, []],
    ['the bare text', '\0', ['']],
  ])('%s', (_, value, paths) => {
    expect(unstorableText(value).map(error => error.path)).toEqual(paths);
  });
});
