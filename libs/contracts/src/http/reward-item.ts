import { z } from 'zod';
import { address } from '../address.js';
import { grantStatus, rewardType } from '../reward.js';
import { id, instant } from '../scalars.js';

const named = z.object({ id, name: z.string() });

/** GET /ambassadors/{id}/rewards, one item (api.md). */
export const rewardItem = z
  .object({
    id,
    tier: named,
    cycle: z.int(),
    type: rewardType,
    /** What it is, in words: "20% off". */
    title: z.string(),
    status: grantStatus,
    code: z.string().optional(),
    orderName: z.string().optional(),
    fulfilledAt: instant.optional(),
    problem: z.string().optional(),
  })
  .meta({ id: 'Reward' });

/** GET /fulfilment, one item: a reward with whose it is (api.md, Shapes; domain.md 4.4). */
export const fulfilmentItem = z
  .object({
    ...rewardItem.shape,
    ambassador: named,
    series: named,
    heldBecause: z.enum(['quiet', 'deficit']).optional(),
    note: z.string().optional(),
    tracking: z.string().optional(),
    /** Where a product goes: as it was claimed, else the ambassador's own; left out where none is known. */
    address: address.optional(),
    /** Until when a fulfilment can be undone. */
    undoUntil: instant.optional(),
    createdAt: instant,
    /** Counts changes. */
    version: z.int(),
  })
  .meta({ id: 'FulfilmentItem' });

export type RewardItem = z.infer<typeof rewardItem>;
export type FulfilmentItem = z.infer<typeof fulfilmentItem>;
