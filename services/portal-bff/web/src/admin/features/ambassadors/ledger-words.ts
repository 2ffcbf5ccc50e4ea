import { actionLimit } from '@cairn/contracts/earning';
import type { LedgerItem } from '@cairn/contracts/http/ledger';
import { referralRule } from '@cairn/contracts/referral-rule';
import { z } from 'zod';
import { limitWords } from '../earning-words/limit-words.js';

/** A row's kind as the ledger says it (domain.md 2.15). */
export const kindWords: Record<LedgerItem['kind'], string> = {
  action: 'Action',
  campaign_join: 'Campaign joined',
  campaign_completion: 'Campaign completed',
  referral: 'Referral',
  release: 'Released',
  reversal: 'Reversed',
  adjustment: 'Adjustment',
};

const frozenAction = z.object({
  name: z.string(),
  points: z.int(),
  limit: actionLimit.nullable(),
  disclosureRequired: z.boolean(),
});

const frozenCampaign = z.object({ name: z.string(), points: z.int() });

type Row = Pick<LedgerItem, 'kind' | 'reason' | 'rule' | 'pendingDelta' | 'availableDelta'>;

/**
 * Why a row stands in the ledger: the rule that was frozen when it was judged, in words, and a person's reason where
 * there is one. `count` writes points: 1240 → "1,240".
 */
export function whyPosted(row: Row, currency: string, count: (points: number) => string): string {
  const rule = ruleOf(row, currency, count);
  return [rule, row.reason].filter(Boolean).join(' · ') || '–';
}

function ruleOf(row: Row, currency: string, count: (points: number) => string): string | null {
  switch (row.kind) {
    case 'action': {
      const { data } = frozenAction.safeParse(row.rule);
      if (data === undefined) return null;
      const limit = data.limit && limitWords(data.limit);
      return [
        `${data.name}: ${counted(data.points, count)}`,
        limit,
        data.disclosureRequired && 'disclosure shown',
      ]
        .filter(Boolean)
        .join(', ');
    }
    case 'campaign_join':
    case 'campaign_completion': {
      const { data } = frozenCampaign.safeParse(row.rule);
      if (data === undefined) return null;
      return `${data.name}: ${counted(data.points, count)} for ${row.kind === 'campaign_join' ? 'joining' : 'completing'}`;
    }
    case 'referral':
      return saleRule(row, currency, count);
    case 'release':
      return 'The hold is over, so the points count now';
    case 'reversal':
      if (row.pendingDelta > 0 || row.availableDelta > 0) return 'An edited order was raised again';
      return row.pendingDelta < 0 ? 'Refunded while the points were held' : 'The order was refunded';
    case 'adjustment':
      return null;
  }
}

function saleRule(
  { rule, pendingDelta }: Row,
  currency: string,
  count: (points: number) => string,
): string | null {
  const { data } = referralRule.safeParse(rule);
  if (data === undefined) return null;
  const held = pendingDelta > 0 ? ', held at first' : '';
  switch (data.mode) {
    case 'flat':
      return `${counted(data.points, count)} a sale${held}`;
    case 'fixed':
      return `${data.rate} ${data.rate === '1' ? 'point' : 'points'} for each ${currency}, rounded down${held}`;
    case 'tiered':
      return `Tiered rule by ${data.metric.replaceAll('_', ' ')}${held}`;
  }
}

const counted = (points: number, count: (points: number) => string) =>
  `${count(points)} ${points === 1 ? 'point' : 'points'}`;
