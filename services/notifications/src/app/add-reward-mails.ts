import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Message } from '../domain/message.js';
import { decideRewardMail } from '../domain/readiness.js';
import { expectedGrants, type Meeting } from '../out/postgres/unlocks.js';
import { addMessages, type NewMessage } from './add-messages.js';

/** The one second mail of each unlock whose first went without some and whose last is ready now (domain.md 5.1). */
export async function addRewardMails(
  sql: Sql,
  unlockMails: readonly Message[],
  meetings: ReadonlyMap<string, Meeting>,
  now: Date,
): Promise<void> {
  const mails = unlockMails.flatMap<NewMessage>(mail => {
    const meeting = meetings.get(mail.unlockId ?? '');
    if (meeting === undefined) return [];
    const grants = decideRewardMail({ status: mail.status, without: mail.grants }, expectedGrants(meeting));
    if (grants === null) return [];
    return [
      {
        cause: mail.cause,
        template: 'reward-ready',
        recipient: mail.recipient,
        unlockId: mail.unlockId,
        grants,
        secret: null,
        from: mail,
        dueAt: now,
      },
    ];
  });
  await addMessages(sql, mails, now);
}
