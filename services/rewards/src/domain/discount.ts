import type { DiscountCodeReward } from '@cairn/contracts/reward';
import { codeOf } from './code.js';
import { decimalOf } from './decimal.js';

const dayMs = 86_400_000;

/** A discount as it is to be made; amounts are decimal strings in the shop's currency, instants RFC 3339. */
export interface Discount {
  code: string;
  /** Holds the grant's id: by it a code that is taken is known for our own. */
  title: string;
  startsAt: string;
  endsAt: string | null;
  value: { percentage: number } | { amount: string };
  minimumSubtotal: string | null;
}

/**
 * What a grant's reward is at the shop. Everything comes from the frozen grant, so a retry describes the same discount;
 * an expiry counts from the unlock (domain.md 4.1, 4.3).
 * @param exponent decimal places of the currency's minor unit.
 */
export function discountOf(
  grant: { grantId: string; tierName: string; unlockedAt: string; reward: DiscountCodeReward },
  exponent: number,
): Discount {
  const { reward } = grant;
  const days = reward.expiresInDays;
  return {
    code: codeOf(grant.grantId),
    title: titleOf(grant.tierName, grant.grantId),
    startsAt: grant.unlockedAt,
    endsAt: days === undefined ? null : new Date(Date.parse(grant.unlockedAt) + days * dayMs).toISOString(),
    value:
      reward.percent === undefined
        ? { amount: decimalOf(reward.amount ?? 0, exponent) }
        : { percentage: reward.percent / 100 },
    minimumSubtotal: reward.minSubtotal ? decimalOf(reward.minSubtotal, exponent) : null,
  };
}

/** Whether a discount found under our code is this grant's. */
export function isTitleOf(title: string | null | undefined, grantId: string): boolean {
  return title?.includes(grantId) ?? false;
}

/** Whether an amount is said in the shop's own currency; a percentage without a minimum fits any. */
export function fitsCurrency(
  reward: DiscountCodeReward,
  brandCurrency: string,
  shopCurrency: string,
): boolean {
  const saysAmount = reward.percent === undefined || Boolean(reward.minSubtotal);
  return !saysAmount || brandCurrency === shopCurrency;
}

function titleOf(tierName: string, grantId: string): string {
  return `Cairn reward: ${tierName} (grant ${grantId})`;
}
