import { z } from 'zod';
import { rate } from '../scalars.js';

const fields = {
  name: z.string().trim().min(1).max(200),
  category: z.string().trim().min(1).max(100),
  commissionRate: rate.nullable(),
  holdDays: z.int().min(0).max(365),
};

/** POST /programs. */
export const createProgram = z.strictObject({
  ...fields,
  commissionRate: fields.commissionRate.default(null),
  holdDays: fields.holdDays.default(0),
});

/** PATCH /programs/{id}. */
export const updateProgram = z.strictObject(fields).partial();

export type CreateProgram = z.infer<typeof createProgram>;
export type UpdateProgram = z.infer<typeof updateProgram>;
