import { hexColour } from '@cairn/contracts/scalars';
import { commandCause, derivedId } from '@cairn/service-kit/events/derive';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { z } from 'zod';
import { addMessages } from './add-messages.js';

/** What the mail is made from; in the row until the mail is sent. */
export const codesNeededLetter = z.strictObject({
  email: z.email().max(320),
  name: z.string().max(200),
  /** The brand's; null where it has none. */
  accent: hexColour.nullable(),
  /** The code pool's name. */
  pool: z.string().max(100),
  /** Rewards that wait for its codes. */
  waiting: z.int().min(1),
  /** Where codes are added. */
  url: z.url().max(2_000),
});

/** POST /internal/messages/codes-needed. `cause` is the alert: the same when the request is sent again. */
export const codesNeeded = codesNeededLetter.extend({ cause: z.uuid() });

export type CodesNeeded = z.infer<typeof codesNeeded>;

/** A mail to an admin about an empty code pool: one an alert and address, the first that came (domain.md 4.3, 5.2). */
export async function sendCodesNeeded(
  sql: Sql,
  brandId: string,
  { cause, ...letter }: CodesNeeded,
  now: Date,
): Promise<void> {
  await addMessages(
    sql,
    [
      {
        cause,
        template: 'codes-needed',
        recipient: derivedId('admin', brandId, letter.email),
        unlockId: null,
        grants: [],
        secret: letter,
        from: commandCause(brandId, now),
        dueAt: now,
      },
    ],
    now,
  );
}
