/** What a token may do; null: everything, as the token of `POST /control/shops` may. */
export type Scopes = ReadonlySet<string> | null;

const SCOPE = /^(unauthenticated_)?(read|write)_[a-z_]+$/;

/** `read_orders,write_products` (commas or spaces), each once. */
export function parseScopes(list: string): string[] {
  return [...new Set(list.split(/[\s,]+/).filter(Boolean))];
}

/** The first that cannot be a scope of Shopify's. */
export function wrongScope(scopes: readonly string[]): string | undefined {
  return scopes.find(scope => !SCOPE.test(scope));
}

/** Writing implies reading, as at Shopify. */
export function allows(scopes: Scopes, wanted: string): boolean {
  return scopes === null || scopes.has(wanted) || scopes.has(wanted.replace(/^read_/, 'write_'));
}
