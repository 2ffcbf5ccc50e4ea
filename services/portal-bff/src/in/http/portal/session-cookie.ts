/**
 * Each UI has a cookie of its own: one browser can be signed in to both. An admin's look at the portal has one too, which
 * goes before the ambassador's own: whoever is both is themselves again when they stop looking.
 */
const names = { ambassador: 'cairn_session', look: 'cairn_look', admin: 'cairn_admin' } as const;

export type CookieOwner = keyof typeof names;

/** The session's token in a Cookie header. */
export function sessionCookieOf(header: string | undefined, owner: CookieOwner): string | undefined {
  const name = `${names[owner]}=`;
  const cookies = (header ?? '').split(';').map(cookie => cookie.trim());
  return cookies.find(cookie => cookie.startsWith(name))?.slice(name.length);
}

/** Set-Cookie for a signed-in browser: not for scripts, not for other sites' posts. */
export function sessionCookie(
  token: string,
  { owner, maxAgeSeconds, secure }: { owner: CookieOwner; maxAgeSeconds: number; secure: boolean },
): string {
  return [
    `${names[owner]}=${token}`,
    'Path=/',
    `Max-Age=${Math.max(0, Math.floor(maxAgeSeconds))}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ].join('; ');
}
