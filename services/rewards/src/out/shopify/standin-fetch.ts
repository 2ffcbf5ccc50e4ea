/** What takes Shopify's requests for a shop to the local stand-in, which learns the shop from a header. */
export function standinFetch(standinUrl: string, send: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init?.headers);
    headers.set('x-shopify-shop-domain', url.host);
    return await send(`${standinUrl}${url.pathname}${url.search}`, { ...init, headers });
  };
}
