import type { IncomingHttpHeaders } from 'node:http';
import { DomainError } from '@cairn/service-kit/domain-error';
import { bearerOf } from './bearer.js';
import { isSameOrigin } from './portal/same-origin.js';
import { type CookieOwner, sessionCookieOf } from './portal/session-cookie.js';

/** The token that a request comes with, and whether a browser sent it by itself. */
export interface Credential {
  token: string;
  byCookie: boolean;
}

/** The bearer token; where there is none, the first cookie of these owners. */
export function credentialOf(
  headers: IncomingHttpHeaders,
  ...owners: readonly CookieOwner[]
): Credential | undefined {
  const bearer = bearerOf(headers.authorization);
  if (bearer !== undefined) return { token: bearer, byCookie: false };
  for (const owner of owners) {
    const token = sessionCookieOf(headers.cookie, owner);
    if (token !== undefined) return { token, byCookie: true };
  }
  return undefined;
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A cookie changes something only from our own pages.
 * @throws DomainError `forbidden`
 */
export function refuseForeignPages(
  request: { method: string; headers: IncomingHttpHeaders },
  { byCookie }: Credential,
  publicUrl: string,
): void {
  if (!byCookie || reading.has(request.method) || isSameOrigin(request.headers, publicUrl)) return;
  throw new DomainError('forbidden', 'This can only be done from Cairn’s own pages: open it there.');
}
