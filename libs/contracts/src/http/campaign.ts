import { z } from 'zod';
import { id, instant, points } from '../scalars.js';

const fields = {
  programIds: z.array(id).min(1).max(50),
  name: z.string().trim().min(1).max(200),
  joinPoints: points.min(0).max(1_000_000_000),
  completionPoints: points.min(0).max(1_000_000_000),
  startsAt: instant,
  endsAt: instant,
};

const endsAfterStart = (campaign: { startsAt?: string | undefined; endsAt?: string | undefined }) =>
  campaign.startsAt === undefined ||
  campaign.endsAt === undefined ||
  Date.parse(campaign.startsAt) < Date.parse(campaign.endsAt);

const order = { message: 'must be after startsAt', path: ['endsAt'] };

/** POST /campaigns: points on join, on completion, or both, in the window `[startsAt, endsAt)` (domain.md 2.5). */
export const createCampaign = z
  .strictObject({
    ...fields,
    joinPoints: fields.joinPoints.default(0),
    completionPoints: fields.completionPoints.default(0),
  })
  .refine(endsAfterStart, order)
  .meta({ id: 'CreateCampaign' });

/** PATCH /campaigns/{id}. */
export const updateCampaign = z
  .strictObject(fields)
  .partial()
  .refine(endsAfterStart, order)
  .meta({ id: 'UpdateCampaign' });

/** GET /campaigns, one item; `revision` is the ETag of PATCH. */
export const campaignItem = z
  .object({ id, ...fields, archived: z.boolean(), createdAt: z.string(), revision: z.int() })
  .meta({ id: 'Campaign' });

export type CreateCampaign = z.infer<typeof createCampaign>;
export type UpdateCampaign = z.infer<typeof updateCampaign>;
export type CampaignItem = z.infer<typeof campaignItem>;
