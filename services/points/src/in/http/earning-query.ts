import { pageQuery } from '@cairn/contracts/http/page';
import { id } from '@cairn/contracts/scalars';
import { z } from 'zod';

/** The query of the lists of actions and campaigns; archived ones are listed by themselves. */
export const earningQuery = pageQuery.extend({
  programId: id.optional(),
  archived: z
    .enum(['true', 'false'])
    .default('false')
    .transform(text => text === 'true'),
});

export type EarningQuery = z.infer<typeof earningQuery>;

/** The sort key of both lists: UUIDv7, newest first. */
export const idCursor = z.tuple([z.uuid()]);
