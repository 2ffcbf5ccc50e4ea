import type { GrantStatus, Reward } from '../reward.js';

/** GET /ambassadors/{id}/rewards, one item (api.md). */
export interface RewardItem {
  id: string;
  tier: { id: string; name: string };
  cycle: number;
  type: Reward['type'];
  status: GrantStatus;
  code?: string;
  orderName?: string;
  fulfilledAt?: string;
  problem?: string;
}
