import { z } from 'zod';
import { id } from '../scalars.js';

/** POST /code-pools; with `lowAt` codes left or fewer the pool is shown as low (domain.md 4.3). */
export const createCodePool = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    lowAt: z.int().min(0).max(1_000_000).default(0),
  })
  .meta({ id: 'CreateCodePool' });

/** POST /code-pools/{id}/codes: printable, without spaces inside; sent again, a code is a duplicate. */
export const addCodes = z
  .strictObject({
    codes: z
      .array(
        z
          .string()
          .trim()
          .regex(/^[\x21-\x7e]{1,100}$/, '1 to 100 printable ASCII characters without spaces'),
      )
      .min(1)
      .max(10_000),
  })
  .meta({ id: 'AddCodes' });

export const addedCodes = z.object({ added: z.int(), duplicates: z.int() }).meta({ id: 'AddedCodes' });

/** GET /code-pools, one item; `waiting`: grants that wait for codes of it. */
export const codePoolItem = z
  .object({
    id,
    name: z.string(),
    left: z.int(),
    lowAt: z.int(),
    waiting: z.int(),
    createdAt: z.string(),
  })
  .meta({ id: 'CodePool' });

export type CreateCodePool = z.infer<typeof createCodePool>;
export type AddCodes = z.infer<typeof addCodes>;
export type AddedCodes = z.infer<typeof addedCodes>;
export type CodePoolItem = z.infer<typeof codePoolItem>;
