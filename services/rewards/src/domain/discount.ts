import type { DiscountCodeReward } from '@cairn/contracts/reward';
import { codeOf } from './code.js';
import { decimalOf } from './decimal.js';

const dayMs = 86_400_000;

/** A discount as it is to be made; amounts are decimal strings in the shop's currency, instants RFC 3339. */
export interface Discount {
  code: string;
  /** Holds the mark. */
  title: string;
  /** The grant and which of its rewards: by it a code that is taken is known for our own. */
  mark: string;
  startsAt: string;
  endsAt: string | null;
  value: { percentage: number } | { amount: string };
  minimumSubtotal: string | null;
  /** How often the customer may use it. */
  uses: number;
}

/**
 * What a grant's reward is at the shop. Everything comes from the frozen grant, so a retry describes the same discount;
 * an expiry counts from the unlock (domain.md 4.1, 4.3).
 * @param exponent decimal places of the currency's minor unit.
 */
export function discountOf(
  grant: {
    grantId: string;
    tierName: string;
    unlockedAt: string;
    reward: DiscountCodeReward;
    replacements: number;
  },
  exponent: number,
): Discount {
  const { reward } = grant;
  const mark = markOf(grant.grantId, grant.replacements);
  return {
    code: codeOf(grant.grantId),
    title: `Cairn reward: ${grant.tierName} ${mark}`,
    mark,
    startsAt: grant.unlockedAt,
    endsAt: expiryOf(reward, grant.unlockedAt),
    value:
      reward.percent === undefined
        ? { amount: decimalOf(reward.amount ?? 0, exponent) }
        : { percentage: reward.percent / 100 },
    minimumSubtotal: reward.minSubtotal ? decimalOf(reward.minSubtotal, exponent) : null,
    uses: reward.uses ?? 1,
  };
}

/** When a code stops working, counted from the unlock; null: never. */
export function expiryOf(reward: DiscountCodeReward, unlockedAt: string): string | null {
  const days = reward.expiresInDays;
  return days === undefined ? null : new Date(Date.parse(unlockedAt) + days * dayMs).toISOString();
}

/**
 * What a discount found under our code is, by its title: this one; this grant's with the terms of a reward that was
 * replaced since; or somebody else's.
 */
export function whoseTitle(
  title: string | null | undefined,
  mark: string,
  grantId: string,
): 'ours' | 'former' | 'foreign' {
  if (title?.includes(mark)) return 'ours';
  return title?.includes(grantId) ? 'former' : 'foreign';
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

function markOf(grantId: string, replacements: number): string {
  return `(grant ${grantId}${replacements === 0 ? '' : `, change ${replacements}`})`;
}
