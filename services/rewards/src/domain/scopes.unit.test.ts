import { describe, expect, it } from '@jest/globals';
import { missingScopes, neededScopes } from './scopes.js';

describe('granted scopes', () => {
  it.each([
    [[...neededScopes], []],
    [['write_orders', ...neededScopes.slice(1)], []],
    [neededScopes.slice(1), ['read_orders']],
    [['read_customers', ...neededScopes.slice(0, 4)], ['write_customers']],
    [[], [...neededScopes]],
  ])('%j lack %j', (granted, missing) => expect(missingScopes(granted)).toEqual(missing));
});
