import { z } from 'zod';
import { id, points } from '../scalars.js';

/** POST /ambassadors/{id}/adjustments (domain.md 2.10): adds points, or takes some, for a reason that they can see. */
export const createAdjustment = z
  .strictObject({
    points: points
      .min(-1_000_000_000)
      .max(1_000_000_000)
      .refine(n => n !== 0, { error: 'a number of points, not 0: above to add, below to take' }),
    reason: z.string().trim().min(1).max(500),
  })
  .meta({ id: 'CreateAdjustment' });

/** What it made: the ledger row, and the balance after it. `seriesId` null: it counts in no series. */
export const adjustment = z
  .object({
    id,
    eventId: z.string(),
    points,
    reason: z.string(),
    programId: id.nullable(),
    seriesId: id.nullable(),
    available: points,
    pending: points,
  })
  .meta({ id: 'Adjustment' });

export type CreateAdjustment = z.infer<typeof createAdjustment>;
export type Adjustment = z.infer<typeof adjustment>;
