import type { FixedRule, ReferralRule, TieredRule } from '@cairn/contracts/referral-rule';
import { money } from '@cairn/contracts/words/reward-words';

/**
 * What a referral rule gives, as people say it: "25 points for every $100 your friends spend". Exact integer
 * arithmetic on the decimal string; "about" where a rate finer than thousandths has no round amount.
 * `exponent`: decimal places of the currency. Null for a rule that gives nothing.
 */
export function ruleWords(rule: ReferralRule, currency: string, exponent: number): string | null {
  switch (rule.mode) {
    case 'flat':
      return rule.points === 0 ? null : `${pointsWords(BigInt(rule.points))} for every sale`;
    case 'tiered':
      return tieredWords[rule.metric];
    case 'fixed':
      return rateWords(rule, currency, exponent);
  }
}

const tieredWords: Record<TieredRule['metric'], string> = {
  order_amount: 'Points for a sale, more for larger orders',
  sales_count: 'Points for a sale, more the more sales you have brought',
  sales_amount: 'Points for a sale, more the more your friends have spent',
};

function rateWords(rule: FixedRule, currency: string, exponent: number): string | null {
  const [whole = '0', fraction = ''] = rule.rate.split('.');
  const decimals = fraction.replace(/0+$/, '');
  const numerator = BigInt(whole + decimals);
  if (numerator === 0n) return null;
  const power = decimals.length <= 3 ? decimals.length : readablePower(numerator, decimals.length);
  const scaled = numerator * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(decimals.length);
  const about = scaled % divisor === 0n ? '' : 'about ';
  return `${about}${pointsWords(scaled / divisor)} for every ${money(10 ** (power + exponent), currency, exponent)} your friends spend`;
}

/** The smallest power of ten of the currency that gives at least ten points. */
function readablePower(numerator: bigint, decimals: number): number {
  let power = 0;
  while ((numerator * 10n ** BigInt(power)) / 10n ** BigInt(decimals) < 10n) power++;
  return power;
}

/** "1 point", "2,500 points". */
export function pointsWords(points: bigint): string {
  return `${new Intl.NumberFormat('en-US').format(points)} ${points === 1n ? 'point' : 'points'}`;
}
