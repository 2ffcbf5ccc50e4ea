import { z } from 'zod';

/** What a command answers: `status` once its configuration is in force, else 202 with `settled: false` (api.md, Keys). */
export function commanded<Shape extends z.ZodRawShape>(status: 200 | 201, body: z.ZodObject<Shape>) {
  const unsettled = z.object({ ...body.shape, settled: z.literal(false) });
  return { [status]: body, 202: unsettled };
}

/** What POSTs that create answer. */
export const created = z.object({ id: z.uuid() });
