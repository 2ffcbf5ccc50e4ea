import { hexColour, instant } from '@cairn/contracts/scalars';
import { commandCause, derivedId } from '@cairn/service-kit/events/derive';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { z } from 'zod';
import { addMessages } from './add-messages.js';

/** What the mail is made from. `url` is a secret: it is in the row until the mail is sent, and nowhere else. */
export const signInSecret = z.strictObject({
  as: z.enum(['ambassador', 'admin']).default('ambassador'),
  /** Null for an admin. */
  ambassadorId: z.uuid().nullable(),
  email: z.email().max(320),
  name: z.string().max(200),
  /** The brand's; null where it has none. */
  accent: hexColour.nullable().default(null),
  url: z.url().max(2_000),
  expiresAt: instant,
});

/** POST /internal/messages/sign-in. `cause` is the same when the request is sent again. */
export const signInRequest = signInSecret
  .extend({ cause: z.uuid() })
  .refine(
    ({ as, ambassadorId }) => (as === 'ambassador') === (ambassadorId !== null),
    'an ambassador has an id, an admin has none',
  );

export type SignInRequest = z.infer<typeof signInRequest>;

/** A sign-in mail, to be sent at once: one a cause, the first that came (domain.md 5.2, 5.3). */
export async function sendSignIn(
  sql: Sql,
  brandId: string,
  { cause, ...secret }: SignInRequest,
  now: Date,
): Promise<void> {
  await addMessages(
    sql,
    [
      {
        cause,
        template: secret.as === 'admin' ? 'admin-sign-in' : 'sign-in',
        // An admin is nobody of the ambassadors: the address stands for them.
        recipient: secret.ambassadorId ?? derivedId('admin', brandId, secret.email),
        unlockId: null,
        grants: [],
        secret,
        from: commandCause(brandId, now),
        dueAt: now,
      },
    ],
    now,
  );
}
