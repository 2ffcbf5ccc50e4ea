import { describe, expect, it } from '@jest/globals';
import { emailHash } from './email-hash.js';

describe('2.11 a buyer and an ambassador are compared by hashes', () => {
  const key = 'a-key-of-sixteen';

  it('that are the same for one normalised address', () => {
    expect(emailHash('A.da+shop@GMail.com', key)).toBe(emailHash('ada@googlemail.com', key));
    expect(emailHash('ada@example.com', key)).not.toBe(emailHash('a.da@example.com', key));
  });

  it('that hold no address, and are others under another key', () => {
    expect(emailHash('ada@example.com', key)).toMatch(/^[0-9a-f]{64}$/);
    expect(emailHash('ada@example.com', key)).not.toBe(emailHash('ada@example.com', `${key}2`));
  });
});
