import { describe, expect, it } from '@jest/globals';
import { leastRoleFor, rightsOfRole, rightsOfScopes, scopeFor } from './rights.js';

describe('6.1 rights', () => {
  it.each([
    ['viewer', ['read']],
    ['reviewer', ['read', 'fulfil']],
    ['manager', ['read', 'write', 'fulfil']],
    ['owner', ['read', 'write', 'fulfil', 'members']],
  ] as const)('of a %s: %j', (role, rights) => {
    expect(rightsOfRole(role)).toEqual(rights);
  });

  it.each([
    [['admin:write'], ['read', 'write', 'fulfil', 'members']],
    [['admin:read'], ['read']],
    [
      ['admin:read', 'admin:write'],
      ['read', 'write', 'fulfil', 'members'],
    ],
    [['events:write'], []],
    [[], []],
  ] as const)('of a key with %j: %j', (scopes, rights) => {
    expect(rightsOfScopes(scopes)).toEqual(rights);
  });

  it.each([
    ['read', 'viewer', 'admin:read'],
    ['fulfil', 'reviewer', 'admin:write'],
    ['write', 'manager', 'admin:write'],
    ['members', 'owner', 'admin:write'],
  ] as const)('%s takes a %s, or a key with %s', (right, role, scope) => {
    expect([leastRoleFor(right), scopeFor(right)]).toEqual([role, scope]);
  });
});
