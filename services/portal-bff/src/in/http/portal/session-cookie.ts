const name = 'cairn_session';

/** The session's token in a Cookie header. */
export function sessionCookieOf(header: string | undefined): string | undefined {
  const cookies = (header ?? '').split(';').map(cookie => cookie.trim());
  return cookies.find(cookie => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Set-Cookie for a signed-in browser: not for scripts, not for other sites' posts. */
export function sessionCookie(token: string, maxAgeSeconds: number, secure: boolean): string {
  return [
    `${name}=${token}`,
    'Path=/',
    `Max-Age=${Math.max(0, Math.floor(maxAgeSeconds))}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ].join('; ');
}
