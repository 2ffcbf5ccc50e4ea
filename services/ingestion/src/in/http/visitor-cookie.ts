import type { KnownVisitor } from '../../app/follow-link.js';

const dayInSeconds = 86_400;

/** Another for each brand: nothing says that two brands have the same visitor, and each lives as long as its brand's window. */
const nameFor = (brandId: string) => `cairn_visitor_${brandId}`;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Who a browser says it is for a brand, by its Cookie header; what we cannot have given it does not count. */
export function visitorOf(header: string | undefined, brandId: string): string | undefined {
  if (header === undefined) return undefined;
  const name = `${nameFor(brandId)}=`;
  const value = header
    .split(';')
    .map(cookie => cookie.trim())
    .find(cookie => cookie.startsWith(name))
    ?.slice(name.length);
  return value !== undefined && uuid.test(value) ? value : undefined;
}

/**
 * Set-Cookie for a browser: not for scripts, not for what other sites load. Without a path it is for the links alone,
 * wherever a proxy has put them.
 */
export function visitorCookie({ brandId, visitor, days }: KnownVisitor, isSecure: boolean): string {
  return [
    `${nameFor(brandId)}=${visitor}`,
    `Max-Age=${days * dayInSeconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ].join('; ');
}
