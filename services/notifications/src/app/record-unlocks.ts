import type { EventOf } from '@cairn/contracts/envelope';
import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { causeOf } from '@cairn/service-kit/events/derive';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { decideUnlockMail } from '../domain/readiness.js';
import { lockUnlockMails } from '../out/postgres/messages.js';
import { expectedGrants, loadMeetings, lockUnlocks } from '../out/postgres/unlocks.js';
import { addMessages, type NewMessage } from './add-messages.js';
import { addRewardMails } from './add-reward-mails.js';

/**
 * An unlock mail each, to go at once where its rewards are there already, else when they come or after 60 seconds; none
 * for quiet unlocks (domain.md 1.6, 5.1, 5.2). One that is there already was recalled after a restore, or this is a second
 * delivery: a mail that went without some may have waited for its unlock to be followed by the second one (ADR 26).
 */
export async function recordUnlocks(
  sql: Sql,
  events: readonly EventOf<typeof tierUnlocked>[],
  now: Date,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(event => ({
    unlockId: event.data.unlockId,
    brandId: event.brandid,
    unlock: event.data,
  }));
  await lockUnlocks(sql, rows, now);
  const loud = events.filter(event => !event.data.quiet);
  const meetings = await loadMeetings(
    sql,
    loud.map(event => event.data.unlockId),
  );
  const mails = loud.map<NewMessage>(event => {
    const { unlockId, ambassadorId } = event.data;
    const decision = decideUnlockMail(expectedGrants(meetings.get(unlockId)!), 0);
    return {
      cause: unlockId,
      template: 'tier-unlocked',
      recipient: ambassadorId,
      unlockId,
      grants: [],
      secret: null,
      from: causeOf(event),
      dueAt: new Date(now.getTime() + (decision.kind === 'wait' ? decision.ms : 0)),
    };
  });
  const added = await addMessages(sql, mails, now);
  if (added.size === mails.length) return;
  const known = await lockUnlockMails(sql, [...meetings.keys()]);
  await addRewardMails(
    sql,
    known.filter(mail => !added.has(mail.messageId)),
    meetings,
    now,
  );
}
