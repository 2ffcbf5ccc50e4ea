import { z } from 'zod';
import { id, rate } from '../scalars.js';

const fields = {
  name: z.string().trim().min(1).max(200),
  category: z.string().trim().min(1).max(100),
  commissionRate: rate.nullable(),
  holdDays: z.int().min(0).max(365),
};

/** POST /programs. */
export const createProgram = z
  .strictObject({
    ...fields,
    commissionRate: fields.commissionRate.default(null),
    holdDays: fields.holdDays.default(0),
  })
  .meta({ id: 'CreateProgram' });

/** PATCH /programs/{id}. */
export const updateProgram = z.strictObject(fields).partial().meta({ id: 'UpdateProgram' });

/** GET /programs, one item. */
export const programItem = z
  .object({
    id,
    name: z.string(),
    category: z.string(),
    commissionRate: z.string().nullable(),
    holdDays: z.int(),
    revision: z.int(),
  })
  .meta({ id: 'Program' });

export type CreateProgram = z.infer<typeof createProgram>;
export type UpdateProgram = z.infer<typeof updateProgram>;
