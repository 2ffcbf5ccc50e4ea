import { catalogStreams } from '@cairn/contracts/topics';
import { z } from 'zod';

/** What every internal command answers. */
export const commandAnswer = z.object({
  body: z.looseObject({}),
  mark: z.object({ stream: z.enum(catalogStreams), version: z.int() }).nullable(),
});
