import type { ApiKeyScope } from '@cairn/contracts/events/catalog/api-key-changed';
import type { Me, MemberRole } from '@cairn/contracts/http/member';

/** What somebody may do in the admin API; `members` is deciding who may come in: members and keys. */
export type Right = Me['can'][number];

/** From the least to the most (domain.md 6.1). */
const roles: readonly (readonly [MemberRole, readonly Right[]])[] = [
  ['viewer', ['read']],
  ['reviewer', ['read', 'fulfil']],
  ['manager', ['read', 'write', 'fulfil']],
  ['owner', ['read', 'write', 'fulfil', 'members']],
];

export function rightsOfRole(role: MemberRole): readonly Right[] {
  return new Map(roles).get(role) ?? [];
}

/** `admin:write` includes everything, reading too (api.md, Keys). */
export function rightsOfScopes(scopes: readonly ApiKeyScope[]): readonly Right[] {
  if (scopes.includes('admin:write')) return rightsOfRole('owner');
  return scopes.includes('admin:read') ? ['read'] : [];
}

/** The least role that has the right. */
export function leastRoleFor(right: Right): MemberRole {
  return roles.find(([, rights]) => rights.includes(right))?.[0] ?? 'owner';
}

/** The scope with which a key has the right. */
export function scopeFor(right: Right): ApiKeyScope {
  return right === 'read' ? 'admin:read' : 'admin:write';
}
