import type { Grant } from './grant.js';

/**
 * Kinds of due work: a grant's code is to be made at Shopify; its product is to be ordered there; codes of a pool are to
 * be given to those who wait; draft orders that nobody needs are to be deleted; a brand is to be connected to the
 * stand-in; products that wait for their ambassador's address are to be looked at, since it may be known; a shop is to be
 * told where its webhooks go, and to be asked for the orders that changed.
 */
export const issueCode = 'issue-code';
export const orderProduct = 'order-product';
export const fillPool = 'fill-pool';
export const sweepDrafts = 'sweep-drafts';
export const connectStandin = 'connect-standin';
export const orderClaimable = 'order-claimable';
export const subscribeWebhooks = 'subscribe-webhooks';
export const pullOrders = 'pull-orders';

/** Kinds whose key is the grant's id. */
export const grantKinds = [issueCode, orderProduct] as const;

/** Two brands that name the same pool have work of their own; only one of them has the pool. */
export function poolKey(brandId: string, poolId: string): string {
  return `${brandId}:${poolId}`;
}

/** The work that a pending grant needs. */
export function workOf({ grantId, brandId, reward }: Grant): { kind: string; key: string } | null {
  if (reward.type === 'shopify_product') return { kind: orderProduct, key: grantId };
  if (reward.type !== 'discount_code') return null;
  return reward.source === 'shopify'
    ? { kind: issueCode, key: grantId }
    : { kind: fillPool, key: poolKey(brandId, reward.poolId ?? '') };
}

/** The work that a recalled grant needs, whatever was scheduled for it before the loss (ADR 26). */
export function workOfRecalled(grant: Grant): { kind: string; key: string } | null {
  const { status, reward, ambassadorId } = grant;
  if (status === 'pending' || status === 'waiting_for_codes') return workOf(grant);
  const waitsForAddress =
    status === 'claimable' && reward.type === 'shopify_product' && reward.choice !== true;
  return waitsForAddress ? { kind: orderClaimable, key: ambassadorId } : null;
}
