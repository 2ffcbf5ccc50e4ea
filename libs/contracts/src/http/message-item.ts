import { z } from 'zod';
import { messageStatus } from '../events/notifications/message-changed.js';
import { id, instant } from '../scalars.js';
import { pageQuery } from './page.js';

/** One or more statuses, as `?status=unknown` or `?status=unknown,dropped`. */
const statuses = z
  .string()
  .max(200)
  .transform(text => text.split(','))
  .pipe(z.array(messageStatus));

/** GET /messages: newest first; without a status all of them. */
export const messageQuery = pageQuery.extend({
  status: statuses.optional(),
  ambassadorId: id.optional(),
  template: z.string().min(1).max(100).optional(),
});

/** GET /messages, one item: a mail without its words or its address (domain.md 5.2). */
export const messageItem = z
  .object({
    id,
    /** `unknown`: nobody knows whether it was sent. `dropped`: it was not, and will not be by itself. */
    status: messageStatus,
    /** What it says: `tier-unlocked`, `reward-ready`, `sign-in`, `admin-sign-in`, `codes-needed`. */
    template: z.string(),
    /** Null where it is to an admin. */
    ambassadorId: id.nullable(),
    /** Null also where the ambassador is not known yet. */
    ambassadorName: z.string().nullable(),
    /** The tier that it is about, of mails about one. */
    tier: z.object({ id, name: z.string() }).nullable(),
    /** Why it is sent: an unlock's id, or a request's. */
    cause: z.string(),
    createdAt: instant,
    /** When it came to its status; of one that waits, since when it does. */
    changedAt: instant,
    /** Times that the SMTP server refused it, since it waits. */
    failures: z.int(),
    /** What went wrong last, in words. */
    problem: z.string().nullable(),
    canBeSentAgain: z.boolean(),
  })
  .meta({ id: 'Message' });

/** GET /messages/counts: the mails whose fate nobody knows. */
export const messageCounts = z
  .object({
    unknown: z.int(),
    /** Those of them that somebody may send again. */
    canBeSentAgain: z.int(),
  })
  .meta({ id: 'MessageCounts' });

export type MessageQuery = z.infer<typeof messageQuery>;
export type MessageItem = z.infer<typeof messageItem>;
export type MessageCounts = z.infer<typeof messageCounts>;
