import { pageQuery } from '@cairn/contracts/http/page';
import { id } from '@cairn/contracts/scalars';
import { z } from 'zod';

/** GET /actions and GET /campaigns: of a program, and with the archived ones only where they are asked for. */
export const earningQuery = pageQuery.extend({
  programId: id.optional(),
  archived: z.enum(['true', 'false']).optional(),
});

export type EarningQuery = z.infer<typeof earningQuery>;
