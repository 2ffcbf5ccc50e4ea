import { describe, expect, it } from '@jest/globals';
import { unstorablePath } from './storable-text.js';

describe('unstorablePath', () => {
  it.each([
    { what: 'a NUL', value: { name: 'A\0da' }, path: 'name' },
    {
      what: 'half a surrogate pair, deep inside',
      value: { name: 'Ada', address: { city: 'Y\ud83d' } },
      path: 'address.city',
    },
    {
      what: 'nothing in plain text',
      value: { name: 'Ada 🪨 \\u0000', age: 3, address: null },
      path: undefined,
    },
  ])('finds $what', ({ value, path }) => {
    expect(unstorablePath(value)).toBe(path);
  });
});
