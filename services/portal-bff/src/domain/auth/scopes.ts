import type { ApiKeyScope } from '@cairn/contracts/events/catalog/api-key-changed';

/** Whether a key with these scopes may do what needs one; `admin:write` includes reading (api.md, Keys). */
export function allows(scopes: readonly ApiKeyScope[], needed: ApiKeyScope): boolean {
  return scopes.includes(needed) || (needed === 'admin:read' && scopes.includes('admin:write'));
}
