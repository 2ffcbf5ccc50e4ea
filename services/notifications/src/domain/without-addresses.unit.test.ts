import { describe, expect, it } from '@jest/globals';
import { withoutAddresses } from './without-addresses.js';

describe('an SMTP server’s words', () => {
  it.each([
    [
      '550 5.1.1 <ada+x@example.com>: Recipient address rejected',
      '550 5.1.1 <the address>: Recipient address rejected',
    ],
    ["Can't send mail to (ada@b.example), try later", "Can't send mail to (the address), try later"],
    ['421 too many connections', '421 too many connections'],
  ])('%s', (said, shown) => {
    expect(withoutAddresses(said)).toBe(shown);
  });
});
