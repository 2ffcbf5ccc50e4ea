import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser's request that changes something comes from our own pages: by Sec-Fetch-Site, else by Origin. A
 * request that says neither is no current browser's, and cookies are no proof of anything in it.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return origin === new URL(publicUrl).origin || hostOf(origin) === host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
