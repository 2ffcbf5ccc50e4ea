import type { ReferralRuleInput } from '@cairn/contracts/http/referral-rule-input';
import type { TieredRule } from '@cairn/contracts/referral-rule';
import type { FieldErrors } from '../api/field-errors.js';
import { wholeOf } from '../layout/typed-whole.js';
import { majorOf, minorOf } from '../money/typed-money.js';
import { rateOf } from './decimal-words.js';

/** A tier as it is typed: `from` sales or money, `gives` points or a rate. */
export interface TierForm {
  from: string;
  by: 'points' | 'rate';
  gives: string;
}

/** The tiered part of a program's form, as it is typed. */
export interface TiersForm {
  metric: TieredRule['metric'];
  /** Days; empty: ever. */
  lookback: string;
  tiers: readonly TierForm[];
}

export const firstTier: TierForm = { from: '0', by: 'points', gives: '' };

export const emptyTiers: TiersForm = { metric: 'sales_count', lookback: '90', tiers: [firstTier] };

export const mostTiers = 50;

/** @param exponent decimal places of the brand's currency. */
export function tiersForm({ metric, lookbackDays, tiers }: TieredRule, exponent: number): TiersForm {
  return {
    metric,
    lookback: lookbackDays === null ? '' : String(lookbackDays),
    tiers: tiers.map(({ from, points, rate }) => ({
      from: metric === 'sales_count' ? String(from) : majorOf(from, exponent),
      ...(rate === undefined
        ? { by: 'points' as const, gives: String(points ?? '') }
        : { by: 'rate' as const, gives: rate }),
    })),
  };
}

type TieredInput = Extract<ReferralRuleInput, { mode: 'tiered' }>;

/** The rule that was typed (domain.md 2.6), or what is wrong; a tier's mistakes are at `tiers.<n>.from` and `.gives`. */
export function readTiers(
  form: TiersForm,
  exponent: number,
): { rule: TieredInput } | { errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const looksBack = form.metric !== 'order_amount' && form.lookback.trim() !== '';
  const lookbackDays = looksBack ? wholeOf(form.lookback, 1, 36_500) : null;
  if (looksBack && lookbackDays === null) errors.lookback = 'Whole days, from 1; empty: ever.';
  let before = -1;
  const tiers = form.tiers.flatMap((tier, index) => {
    const from =
      form.metric === 'sales_count'
        ? wholeOf(tier.from, 0, Number.MAX_SAFE_INTEGER)
        : minorOf(tier.from, exponent);
    const points = tier.by === 'points' ? wholeOf(tier.gives, 0, 1_000_000_000) : null;
    const rate = tier.by === 'rate' ? rateOf(tier.gives) : null;
    if (from === null) errors[`tiers.${index}.from`] = 'A number, from 0.';
    else if (from <= before) errors[`tiers.${index}.from`] = 'Above the tier before.';
    before = from ?? before;
    if (points === null && rate === null) {
      errors[`tiers.${index}.gives`] =
        tier.by === 'points' ? 'Whole points, from 0.' : 'A number such as 0.25.';
    }
    const gives = rate === null ? { points: points ?? 0 } : { rate };
    return from === null ? [] : [{ from, ...gives }];
  });
  if (Object.keys(errors).length > 0) return { errors };
  return { rule: { mode: 'tiered', metric: form.metric, lookbackDays, tiers } };
}
