import type { RewardCard } from '@cairn/contracts/http/home';
import { rewardWords } from '@cairn/contracts/words/reward-words';
import type { GrantState, HomeRows } from './rows.js';

/** A grant as the ambassador sees it (domain.md 4.2); the shop's own words about a problem stay with the admin. */
export function rewardCard(grant: GrantState, brand: HomeRows['brand']): RewardCard {
  return {
    id: grant.grantId,
    tier: grant.tier,
    cycle: grant.cycle,
    type: grant.reward.type,
    title: rewardWords(grant.reward, brand.currency, brand.currencyExponent),
    status: grant.status,
    code: grant.code,
    expiresAt: grant.expiresAt,
    // A state that was stored by an earlier version has none of these.
    orderName: grant.orderName ?? null,
    note: grant.note ?? null,
    tracking: grant.tracking ?? null,
  };
}
