import type { ReferralRule } from '@cairn/contracts/referral-rule';
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
      return `More for more, by ${rule.metric.replaceAll('_', ' ')}`;
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
      return `${rule.tiers.length} ${rule.tiers.length === 1 ? 'tier' : 'tiers'}, set by the API.`;
  }
}
