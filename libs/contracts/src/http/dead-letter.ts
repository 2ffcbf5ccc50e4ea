import { z } from 'zod';
import { id, instant } from '../scalars.js';
import { pageQuery } from './page.js';

/** GET /dlq: open ones unless asked otherwise. */
export const deadLetterQuery = pageQuery.extend({
  status: z.enum(['open', 'replayed']).default('open'),
  topic: z.string().max(200).optional(),
});

/** GET /dlq and GET /dlq/{id}: a message that a service could not process, where it was and why. */
export const deadLetterItem = z
  .object({
    id,
    topic: z.string(),
    partition: z.int().nullable(),
    offset: z.string().nullable(),
    key: z.string().nullable(),
    /** The service, or its group, that could not process it. */
    consumer: z.string().nullable(),
    reason: z.string(),
    error: z.string(),
    /** The message as text; null where it is not text. */
    value: z.string().nullable(),
    status: z.enum(['open', 'replayed']),
    at: instant,
    replayedAt: instant.nullable(),
  })
  .meta({ id: 'DeadLetter' });

/** POST /dlq/{id}/replay: as it was, or mended: the whole message, as JSON or as its text. */
export const replayDeadLetter = z
  .strictObject({ value: z.union([z.record(z.string(), z.unknown()), z.string().max(1_000_000)]).optional() })
  .meta({ id: 'ReplayDeadLetter' });

export type DeadLetterQuery = z.infer<typeof deadLetterQuery>;
export type DeadLetterItem = z.infer<typeof deadLetterItem>;
export type ReplayDeadLetter = z.infer<typeof replayDeadLetter>;
