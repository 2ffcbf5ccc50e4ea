/** Milliseconds since the epoch. Passed in everywhere, so that tests need no waiting. */
export type Clock = () => number;

/** An instant as Shopify prints it: UTC, whole seconds. */
export function shopifyInstant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
