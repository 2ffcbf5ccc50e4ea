import { z } from 'zod';
import { actionCategory, actionLimit, reviewMode } from '../earning.js';
import { id, points } from '../scalars.js';

const fields = {
  programId: id,
  category: actionCategory,
  name: z.string().trim().min(1).max(200),
  points: points.min(0).max(1_000_000_000),
  limit: actionLimit.strict().nullable(),
  review: reviewMode,
  disclosureRequired: z.boolean(),
};

/** POST /actions (domain.md 2.1). */
export const createAction = z
  .strictObject({
    ...fields,
    limit: fields.limit.default(null),
    review: fields.review.default('none'),
    disclosureRequired: fields.disclosureRequired.default(false),
  })
  .meta({ id: 'CreateAction' });

/** PATCH /actions/{id}. The program stays: its limit places and proofs were taken there. */
export const updateAction = z
  .strictObject(fields)
  .omit({ programId: true })
  .partial()
  .meta({ id: 'UpdateAction' });

/** GET /actions, one item; `revision` is the ETag of PATCH. */
export const actionItem = z
  .object({
    id,
    ...fields,
    limit: actionLimit.nullable(),
    archived: z.boolean(),
    createdAt: z.string(),
    revision: z.int(),
  })
  .meta({ id: 'Action' });

export type CreateAction = z.infer<typeof createAction>;
export type UpdateAction = z.infer<typeof updateAction>;
export type ActionItem = z.infer<typeof actionItem>;
