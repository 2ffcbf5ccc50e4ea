import { instant } from '@cairn/contracts/scalars';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { z } from 'zod';
import { addMessages } from './add-messages.js';

/** What the mail is made from. `url` is a secret: it is in the row until the mail is sent, and nowhere else. */
export const signInSecret = z.strictObject({
  ambassadorId: z.uuid(),
  email: z.email().max(320),
  name: z.string().max(200),
  url: z.url().max(2_000),
  expiresAt: instant,
});

/** POST /internal/messages/sign-in. `cause` is the same when the request is sent again. */
export const signInRequest = signInSecret.extend({ cause: z.uuid() });

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
        template: 'sign-in',
        recipient: secret.ambassadorId,
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
