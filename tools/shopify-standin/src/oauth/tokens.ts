import { randomBytes } from 'node:crypto';
import type { AccessRecord, ExpiringToken } from '../shop/access-records.js';

/** Milliseconds. https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens */
export const TOKEN_LIFE = 3_600_000;
export const REFRESH_LIFE = 90 * 86_400_000;
/** A refresh token that was used once can be used again this long, where its replacement never was. */
const RETRY_LIFE = 30 * 86_400_000;
const CODE_LIFE = 600_000;

/** What `POST /admin/oauth/access_token` comes to: the shop's access afterwards, and the answer. */
export type Exchange =
  | { access: AccessRecord; answer: object }
  | { status: 400 | 401; error: string; description: string };

/** The merchant says yes: a code, good once, for ten minutes. */
export function authorise(access: AccessRecord, scopes: string[], now: number) {
  const code = randomBytes(16).toString('hex');
  const waiting = access.authorizations.filter(({ expiresAt }) => expiresAt > now);
  const authorizations = [...waiting, { code, scopes, expiresAt: now + CODE_LIFE }];
  return { code, access: { ...access, authorizations } };
}

/** The code for a token. A new expiring token ends the shop's former one; the permanent one stays what it is. */
export function exchangeCode(access: AccessRecord, code: string, isExpiring: boolean, now: number): Exchange {
  const authorization = access.authorizations.find(one => one.code === code && one.expiresAt > now);
  if (!authorization) {
    const description = 'The authorization code was not found or was already used';
    return { status: 400, error: 'invalid_request', description };
  }
  const { scopes } = authorization;
  const installed = {
    ...access,
    authorizations: access.authorizations.filter(one => one !== authorization),
    installedAt: access.installedAt ?? now,
    uninstalledAt: null,
  };
  if (isExpiring) {
    const expiring = newPair(scopes, now, null);
    return { access: { ...installed, expiring }, answer: expiringAnswer(expiring, now) };
  }
  const permanent = { accessToken: access.permanent?.accessToken ?? newToken('shpat'), scopes };
  const answer = { access_token: permanent.accessToken, scope: scopes.join(',') };
  return { access: { ...installed, permanent }, answer };
}

/**
 * A new pair for a refresh token. The former one answers the same pair again, in case the answer was lost, until the
 * pair's own refresh token is used: https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens
 */
export function refresh(access: AccessRecord, refreshToken: string, now: number): Exchange {
  const { expiring } = access;
  if (expiring?.refreshToken === refreshToken && expiring.refreshExpiresAt > now) {
    const expiresAt = Math.min(expiring.refreshExpiresAt, now + RETRY_LIFE);
    const pair = newPair(expiring.scopes, now, { refreshToken, expiresAt });
    return { access: { ...access, expiring: pair }, answer: expiringAnswer(pair, now) };
  }
  if (expiring?.previous?.refreshToken === refreshToken && expiring.previous.expiresAt > now) {
    const again = { ...expiring, expiresAt: Math.max(expiring.expiresAt, now + TOKEN_LIFE) };
    return { access: { ...access, expiring: again }, answer: expiringAnswer(again, now) };
  }
  const description = 'This request requires an active refresh_token';
  return { status: 401, error: 'invalid_request', description };
}

/** The app is gone from the shop: nothing that it was given is good any more. */
export function uninstalled(access: AccessRecord, now: number): AccessRecord {
  return {
    ...access,
    installedAt: null,
    uninstalledAt: now,
    isControlTokenGood: false,
    authorizations: [],
    permanent: null,
    expiring: null,
  };
}

function newPair(scopes: string[], now: number, previous: ExpiringToken['previous']): ExpiringToken {
  return {
    accessToken: newToken('shpat'),
    scopes,
    expiresAt: now + TOKEN_LIFE,
    refreshToken: newToken('shprt'),
    refreshExpiresAt: now + REFRESH_LIFE,
    previous,
  };
}

function expiringAnswer(token: ExpiringToken, now: number) {
  return {
    access_token: token.accessToken,
    scope: token.scopes.join(','),
    expires_in: Math.floor((token.expiresAt - now) / 1000),
    refresh_token: token.refreshToken,
    refresh_token_expires_in: Math.floor((token.refreshExpiresAt - now) / 1000),
  };
}

export function newToken(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`;
}
