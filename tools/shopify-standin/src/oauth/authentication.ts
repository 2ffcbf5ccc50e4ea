import { timingSafeEqual } from 'node:crypto';
import type { Shop } from '../shop/shop.js';
import type { Scopes } from './scopes.js';

/** What the token may do in this shop; undefined for one that is not the shop's, was voided or has expired. */
export function scopesOf(shop: Shop, token: string, now: number): Scopes | undefined {
  const { isControlTokenGood, permanent, expiring } = shop.access;
  if (isControlTokenGood && isSame(shop.record.accessToken, token)) return null;
  if (permanent && isSame(permanent.accessToken, token)) return new Set(permanent.scopes);
  if (expiring && isSame(expiring.accessToken, token) && expiring.expiresAt > now)
    return new Set(expiring.scopes);
  return undefined;
}

export function isSame(secret: string, given: string): boolean {
  const [expected, actual] = [Buffer.from(secret), Buffer.from(given)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
