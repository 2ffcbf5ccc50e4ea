import type { ReferralRule, ReferralTier, TieredRule } from '@cairn/contracts/referral-rule';
import { money } from '@cairn/contracts/words/reward-words';
import { saleExample } from './decimal-words.js';

/** A referral rule in words (domain.md 2.6): "20 points a sale", "0.25 points for every $1 of net amount". */
export function ruleName(rule: ReferralRule, currency: string, exponent: number): string {
  switch (rule.mode) {
    case 'flat':
      return `${new Intl.NumberFormat('en-US').format(rule.points)} ${rule.points === 1 ? 'point' : 'points'} a sale`;
    case 'fixed':
      return `${rule.rate} ${rule.rate === '1' ? 'point' : 'points'} for every ${money(10 ** exponent, currency, exponent)} of net amount`;
    case 'tiered':
      return `In tiers, by ${metricWords[rule.metric]}${rule.lookbackDays === null || rule.metric === 'order_amount' ? '' : ` in the last ${rule.lookbackDays} days`}`;
  }
}

/** What one sale gives by the rule, worked out. */
export function ruleExample(rule: ReferralRule, currency: string, exponent: number): string {
  switch (rule.mode) {
    case 'flat':
      return `A sale of any amount gives ${rule.points} ${rule.points === 1 ? 'point' : 'points'}.`;
    case 'fixed':
      return saleExample(rule.rate, currency, exponent);
    case 'tiered':
      return `${rule.tiers.map(tier => tierWords(rule, tier, currency, exponent)).join('; ')}.`;
  }
}

/** What each metric measures (domain.md 2.6). */
const metricWords: Record<TieredRule['metric'], string> = {
  order_amount: 'the amount of the order',
  sales_count: 'how many sales they had before',
  sales_amount: 'what their sales before came to',
};

/** "from 3: 20 points", "from $100: 0.1 points for every $1". */
function tierWords(
  { metric }: TieredRule,
  { from, points = 0, rate }: ReferralTier,
  currency: string,
  exponent: number,
): string {
  const begins = metric === 'sales_count' ? String(from) : money(from, currency, exponent);
  const gives =
    rate === undefined
      ? `${new Intl.NumberFormat('en-US').format(points)} ${points === 1 ? 'point' : 'points'}`
      : `${rate} ${rate === '1' ? 'point' : 'points'} for every ${money(10 ** exponent, currency, exponent)}`;
  return `from ${begins}: ${gives}`;
}
