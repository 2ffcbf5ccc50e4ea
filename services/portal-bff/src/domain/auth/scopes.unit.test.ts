import { describe, expect, it } from '@jest/globals';
import { allows } from './scopes.js';

describe('allows', () => {
  it.each([
    [['admin:write'], 'admin:read', true],
    [['admin:write'], 'admin:write', true],
    [['admin:read'], 'admin:write', false],
    [['admin:read'], 'admin:read', true],
    [['events:write'], 'admin:read', false],
    [['admin:write'], 'events:write', false],
    [[], 'admin:read', false],
  ] as const)('%j for %s: %s', (scopes, needed, expected) => {
    expect(allows(scopes, needed)).toBe(expected);
  });
});
