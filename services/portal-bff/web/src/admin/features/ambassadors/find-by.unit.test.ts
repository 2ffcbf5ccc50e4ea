import { describe, expect, it } from '@jest/globals';
import { findBy } from './find-by.js';

describe('1.3 what a search for one ambassador means', () => {
  it.each([
    ['Maya@Example.com', ['email']],
    ['MAYA10', ['code', 'externalId']],
    [' cust-42 ', ['code', 'externalId']],
    ['customer 42', ['externalId']],
    ['x', ['externalId']],
    ['gid://shopify/Customer/1', ['externalId']],
    ['  ', []],
  ] as const)('%j: %j', (typed, by) => {
    expect(findBy(typed)).toEqual(by);
  });
});
