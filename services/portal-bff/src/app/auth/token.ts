import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits behind a prefix that tells what it is: `ck_` an API key, `cs_` a session, `cl_` a sign-in link. */
export function newToken(prefix: 'ck' | 'cs' | 'cl'): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256, hex: what is kept of a token. The token's own entropy makes a slow hash pointless. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
