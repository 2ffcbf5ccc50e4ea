import { z } from 'zod';
import { address } from '../address.js';
import { grantStatus, rewardType } from '../reward.js';
import { id } from '../scalars.js';
import { pageQuery } from './page.js';
import { rewardInput } from './reward-input.js';

/** One or more statuses, as `?status=needs_fulfilment` or `?status=held,needs_attention`. */
const statuses = z
  .string()
  .max(200)
  .transform(text => text.split(','))
  .pipe(z.array(grantStatus));

const filters = {
  status: statuses.optional(),
  type: rewardType.optional(),
  seriesId: id.optional(),
  ambassadorId: id.optional(),
};

/** GET /fulfilment: newest first; without a status everything that waits for somebody. */
export const fulfilmentQuery = pageQuery.extend(filters);

/** GET /fulfilment.csv: the same, whole. */
export const fulfilmentExport = z.object(filters);

/** POST /fulfilment/{id}/fulfil: by an admin's hand (domain.md 4.4). */
export const fulfil = z
  .strictObject({
    note: z.string().trim().max(2000).optional(),
    tracking: z.string().trim().max(200).optional(),
  })
  .meta({ id: 'Fulfil' });

/** POST /fulfilment/{id}/cancel. */
export const cancelGrant = z.strictObject({ note: z.string().trim().max(2000).optional() });

/** POST /fulfilment/{id}/replace: another reward instead (domain.md 4.7). */
export const replaceGrant = z.strictObject({ reward: rewardInput }).meta({ id: 'ReplaceReward' });

export const fulfilmentAction = z.enum(['fulfil', 'undo', 'release', 'cancel', 'retry']);

/** POST /fulfilment/bulk: each on its own; what cannot be done is in the answer's `refused`. */
export const bulkFulfilment = z
  .strictObject({
    ids: z.array(id).min(1).max(500),
    action: fulfilmentAction,
    note: z.string().trim().max(2000).optional(),
    tracking: z.string().trim().max(200).optional(),
  })
  .meta({ id: 'BulkFulfilment' });

export const bulkAnswer = z
  .object({
    done: z.array(id),
    refused: z.array(z.object({ id, code: z.string(), detail: z.string() })),
  })
  .meta({ id: 'BulkAnswer' });

/** GET /fulfilment/counts: `waiting` is everything that waits for somebody. */
export const fulfilmentCounts = z
  .object({ waiting: z.int(), byStatus: z.partialRecord(grantStatus, z.int()) })
  .meta({ id: 'FulfilmentCounts' });

/** POST /api/portal/v1/rewards/{id}/claim (domain.md 4.5). `variantId` where the brand lets them choose. */
export const claimReward = z
  .strictObject({ variantId: z.string().max(100).optional(), address: z.strictObject(address.shape) })
  .meta({ id: 'ClaimReward' });

export type FulfilmentQuery = z.infer<typeof fulfilmentQuery>;
export type FulfilmentExport = z.infer<typeof fulfilmentExport>;
export type Fulfil = z.infer<typeof fulfil>;
export type CancelGrant = z.infer<typeof cancelGrant>;
export type ReplaceGrant = z.infer<typeof replaceGrant>;
export type BulkFulfilment = z.infer<typeof bulkFulfilment>;
export type BulkAnswer = z.infer<typeof bulkAnswer>;
export type FulfilmentAction = z.infer<typeof fulfilmentAction>;
export type ClaimReward = z.infer<typeof claimReward>;
