import type { ReferralRule, ReferralTier } from '@cairn/contracts/referral-rule';
import { fixedRatePoints } from './award.js';

import type { SalesInWindow } from './earlier-sales.js';

/** What a sale is worth by a rule, with what is frozen on its entry (domain.md 2.6). Points. */
export interface SalePoints {
  points: bigint;
  frozen: FrozenRule;
}

/** The rule as it was, and of a tiered one the figure that was measured, as a decimal string: it may pass 2^53. */
export type FrozenRule = ReferralRule & { measured?: string };

/**
 * The points of a sale (domain.md 2.6), exact however large.
 * @param sale.netAmount minor units. @param earlier the ambassador's sales in the window that the rule looks back over.
 * @param exponent decimal places of the currency's minor unit.
 */
export function salePoints(
  rule: ReferralRule,
  sale: { netAmount: number },
  earlier: SalesInWindow,
  exponent: number,
): SalePoints {
  switch (rule.mode) {
    case 'flat':
      return { points: BigInt(rule.points), frozen: rule };
    case 'fixed':
      return { points: fixedRatePoints(sale.netAmount, rule.rate, exponent), frozen: rule };
    case 'tiered': {
      const measured = {
        order_amount: BigInt(sale.netAmount),
        sales_count: earlier.count,
        sales_amount: earlier.amount,
      }[rule.metric];
      const tier = tierOf(rule.tiers, measured);
      return {
        points: tier === undefined ? 0n : pointsOf(tier, sale.netAmount, exponent),
        frozen: { ...rule, measured: measured.toString() },
      };
    }
  }
}

/** The tier `[from, next from)` that a figure is in; undefined below the first. They ascend. */
function tierOf(tiers: readonly ReferralTier[], measured: bigint): ReferralTier | undefined {
  return tiers.findLast(tier => BigInt(tier.from) <= measured);
}

function pointsOf({ points, rate }: ReferralTier, netAmount: number, exponent: number): bigint {
  return rate === undefined ? BigInt(points ?? 0) : fixedRatePoints(netAmount, rate, exponent);
}
