import { z } from 'zod';

/** A draft order as we look at it; `ready`: it can be completed. */
export const draftOrder = z.object({
  id: z.string(),
  status: z.enum(['OPEN', 'INVOICE_SENT', 'COMPLETED']),
  ready: z.boolean(),
  order: z.object({ id: z.string(), name: z.string() }).nullable(),
});

export type DraftOrder = z.infer<typeof draftOrder>;

/** `UserError`: what a mutation of draft orders refuses; it has no code. */
export const plainErrors = z.array(z.object({ field: z.array(z.string()).nullable(), message: z.string() }));

/** The selection that {@link draftOrder} parses. */
export const draftOrderFields = `
        id
        status
        ready
        order {
          id
          name
        }`;
