import { instant } from '@cairn/contracts/scalars';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { z } from 'zod';
import { addMessages } from './add-messages.js';

/** POST /internal/messages/sign-in. `url` is a secret: it is in the row until the mail is sent, and nowhere else. */
export const signInRequest = z.strictObject({
  ambassadorId: z.uuid(),
  email: z.email().max(320),
  name: z.string().max(200),
  url: z.url().max(2_000),
  expiresAt: instant,
});

export type SignInRequest = z.infer<typeof signInRequest>;

/** A sign-in mail, to be sent at once; each request is a cause of its own (domain.md 5.2, 5.3). */
export async function sendSignIn(
  sql: Sql,
  brandId: string,
  request: SignInRequest,
  now: Date,
): Promise<void> {
  await addMessages(
    sql,
    [
      {
        cause: newId(),
        template: 'sign-in',
        recipient: request.ambassadorId,
        unlockId: null,
        grants: [],
        secret: request,
        from: commandCause(brandId, now),
        dueAt: now,
      },
    ],
    now,
  );
}
