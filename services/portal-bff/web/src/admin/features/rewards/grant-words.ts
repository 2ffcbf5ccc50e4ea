import type { grantStatus, rewardType } from '@cairn/contracts/reward';
import type { z } from 'zod';
import type { Tone } from '../layout/components/status-badge.js';

export type Status = z.infer<typeof grantStatus>;
export type RewardType = z.infer<typeof rewardType>;

/** A reward's status as the queue says it (domain.md 4.2). */
export const statusWords: Record<Status, string> = {
  pending: 'In the making',
  issued: 'Code issued',
  ordered: 'Ordered',
  needs_fulfilment: 'Needs fulfilment',
  fulfilled: 'Fulfilled',
  waiting_for_codes: 'Out of codes',
  claimable: 'To be claimed',
  held: 'Held',
  needs_attention: 'Needs attention',
  cancelled: 'Cancelled',
};

export const statusTones: Record<Status, Tone> = {
  pending: 'neutral',
  issued: 'good',
  ordered: 'good',
  needs_fulfilment: 'warn',
  fulfilled: 'good',
  waiting_for_codes: 'bad',
  claimable: 'waiting',
  held: 'warn',
  needs_attention: 'bad',
  cancelled: 'waiting',
};

/** The four types (domain.md 4.1). */
export const typeWords: Record<RewardType, string> = {
  discount_code: 'Discount code',
  manual_product: 'Product by hand',
  custom: 'Custom reward',
  shopify_product: 'Shopify product',
};
