import type { Address } from '@cairn/contracts/address';
import type { ShopifyProductReward } from '@cairn/contracts/reward';
import type { Claim } from './claim.js';
import { variantGid } from './variant-gid.js';

/** What all draft orders and orders of ours bear, so that nobody takes them for sales. */
export const cairnTag = 'cairn';

/** The tag that says whose a draft order is; Shopify's tags have at most 40 characters. */
export function grantTag(grantId: string): string {
  return `${cairnTag}-${grantId.replaceAll('-', '')}`;
}

/** The grant that a draft order's tags name. */
export function grantOfTags(tags: readonly string[]): string | null {
  const hex = tags.map(tag => /^cairn-([0-9a-f]{32})$/i.exec(tag)?.[1]).find(found => found !== undefined);
  if (hex === undefined) return null;
  return hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** An order as it is to be: one piece, given away, to this person at this address (domain.md 4.5). */
export interface ProductOrder {
  variantGid: string;
  email: string;
  address: Address;
  note: string;
  tags: string[];
}

export function productOrderOf(
  grant: { grantId: string; tierName: string; reward: ShopifyProductReward; claim: Claim | null },
  email: string,
  address: Address,
): ProductOrder {
  return {
    variantGid: grant.claim?.variantGid ?? variantGid(grant.reward.variantId),
    email,
    address,
    note: `Cairn reward: ${grant.tierName} (grant ${grant.grantId})`,
    tags: [cairnTag, grantTag(grant.grantId)],
  };
}

/**
 * Where it goes: to the address that was given with the claim, unless the ambassador's own was changed since; else to
 * their own.
 */
export function addressOf(
  claim: Claim | null,
  own: { address: Address | null; changedAt: string | null },
): Address | null {
  if (claim === null) return own.address;
  const isNewer = own.changedAt !== null && Date.parse(own.changedAt) > Date.parse(claim.at);
  return isNewer && own.address !== null ? own.address : claim.address;
}

/** Whether a refused completion may pass: Shopify still works out what the draft costs. */
export function isStillCalculating(words: string): boolean {
  return /calculat|try again/i.test(words);
}
