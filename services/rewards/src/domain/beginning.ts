import type { GrantStatus, Reward } from '@cairn/contracts/reward';
import type { Claim } from './claim.js';

/**
 * How a reward begins (domain.md 4.3-4.5): what Cairn can do by itself is `pending`, what needs a person waits for one.
 * A product whose ambassador has no address is `pending` too: whoever orders it finds that out.
 */
export function beginningOf(
  reward: Reward,
  claim: Claim | null,
): { status: GrantStatus; problem: string | null } {
  switch (reward.type) {
    case 'manual_product':
    case 'custom':
      return { status: 'needs_fulfilment', problem: null };
    case 'shopify_product': {
      const isOpen = reward.choice === true && claim?.variantGid == null;
      return { status: isOpen ? 'claimable' : 'pending', problem: null };
    }
    case 'discount_code':
      return reward.source === 'pool' && reward.poolId === undefined
        ? { status: 'needs_attention', problem: 'The reward names no code pool' }
        : { status: 'pending', problem: null };
  }
}
