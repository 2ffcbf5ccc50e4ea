/** What the app asks of a shop: the least that its operations need. A scope to write has the one to read in it. */
export const neededScopes = [
  'read_orders',
  'write_draft_orders',
  'write_discounts',
  'read_products',
  'write_customers',
] as const;

/** Those that a shop's owner did not grant. */
export function missingScopes(granted: readonly string[]): string[] {
  const have = new Set(granted.flatMap(scope => [scope, scope.replace(/^write_/, 'read_')]));
  return neededScopes.filter(scope => !have.has(scope));
}
