import type { Address } from '@cairn/contracts/address';

/** What an ambassador asked for (domain.md 4.5); `variantGid` null: what the reward names. Personal data. */
export interface Claim {
  variantGid: string | null;
  address: Address;
  /** RFC 3339. */
  at: string;
}
