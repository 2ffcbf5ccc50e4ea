import type { Sql } from '@cairn/service-kit/postgres/sql';
import { isAboutUnlock, isToAdmin, retryIn } from '../domain/message.js';
import { decideUnlockMail } from '../domain/readiness.js';
import type { LockedMessage } from '../out/postgres/messages.js';
import { type Brand, findAmbassador, findBrand } from '../out/postgres/people.js';
import { expectedGrants, loadMeetings, type Meeting } from '../out/postgres/unlocks.js';
import { codesNeededLetter } from './send-codes-needed.js';
import { signInSecret } from './send-sign-in.js';

interface Addressed {
  brand: Brand;
  to: { name: string; email: string };
  /** Grants that it goes without, or brings; kept on the message. */
  grants: string[];
}

/** All that a mail is rendered from. */
export type MailSource = Addressed &
  (
    | { template: 'tier-unlocked' | 'reward-ready'; meeting: Meeting }
    | { template: 'sign-in' | 'admin-sign-in'; accent: string | null; url: string; expiresAt: string }
    | { template: 'codes-needed'; accent: string | null; url: string; pool: string; waiting: number }
  );

export type Preparation =
  | { kind: 'send'; source: MailSource }
  | { kind: 'wait'; ms: number; why: string }
  | { kind: 'drop'; why: string };

/** Milliseconds between looks for a brand, an ambassador or an unlock that has not been heard of. */
const unheard = 5_000;

/**
 * What a waiting message is to do now, from what is known at this moment: its unlock is locked, so no grant changes
 * meanwhile. `waited` gives the milliseconds that count since an instant (domain.md 5.1).
 */
export async function prepareMail(
  sql: Sql,
  message: LockedMessage,
  now: Date,
  waited: (since: string) => number,
): Promise<Preparation> {
  const { brandId, template } = message;
  if (message.failures > 0 && retryIn(message.failures, message.changedAt, now) === null) {
    return { kind: 'drop', why: 'the SMTP server refused it for too long' };
  }
  if (isWordless(message)) return { kind: 'drop', why: 'what it was to say was lost with the database' };
  const brand = await findBrand(sql, brandId);
  const person = isToAdmin(template) ? undefined : await findAmbassador(sql, brandId, message.recipient);
  if (brand === undefined) return { kind: 'wait', ms: unheard, why: 'the brand is not known yet' };
  if (template === 'sign-in' || template === 'admin-sign-in') {
    const { name, email, accent, url, expiresAt } = signInSecret.parse(message.secret);
    if (Date.parse(expiresAt) <= now.getTime()) return { kind: 'drop', why: 'the link ran out' };
    return {
      kind: 'send',
      source: { template, brand, to: person ?? { name, email }, grants: [], accent, url, expiresAt },
    };
  }
  if (template === 'codes-needed') {
    const { name, email, ...said } = codesNeededLetter.parse(message.secret);
    return { kind: 'send', source: { template, brand, to: { name, email }, grants: [], ...said } };
  }
  const meeting = (await loadMeetings(sql, [message.unlockId ?? ''])).get(message.unlockId ?? '');
  if (person === undefined || meeting === undefined) {
    return { kind: 'wait', ms: unheard, why: 'the ambassador is not known yet' };
  }
  if (template === 'reward-ready') {
    return { kind: 'send', source: { template, brand, to: person, grants: message.grants, meeting } };
  }
  const decision = decideUnlockMail(expectedGrants(meeting), waited(message.createdAt));
  if (decision.kind === 'wait') return { ...decision, why: 'waits for its rewards' };
  return { kind: 'send', source: { template, brand, to: person, grants: decision.without, meeting } };
}

/** Recalled after a restore (ADR 26), and made from what no stream tells. */
function isWordless({ template, secret, grants }: LockedMessage): boolean {
  return isAboutUnlock(template) ? template === 'reward-ready' && grants.length === 0 : secret === null;
}
