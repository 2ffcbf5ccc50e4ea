import type { Inbox, Mail } from '../../http/inbox.js';
import type { ObservedMail } from '../observed.js';

const word = /[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*/g;
const signIn = /\bsign(?:ing)?[ -]?in\b|\blog(?:ging)?[ -]?in\b/i;

/**
 * The mails to each of the addresses (in lower case), sign-in links left out. Of a mail's words those are its codes
 * that are in `codes`, so a code that nobody knows is none, and its mail is found to be without one.
 */
export async function observeMails(
  inbox: Inbox,
  addresses: ReadonlySet<string>,
  codes: ReadonlySet<string>,
): Promise<Map<string, ObservedMail[]>> {
  const byAddress = new Map<string, ObservedMail[]>();
  for await (const mail of inbox.every()) {
    const recipients = mail.to.filter(address => addresses.has(address));
    if (recipients.length === 0) continue;
    const found = codesIn(mail, codes);
    if (found.length === 0 && signIn.test(mail.subject)) continue;
    for (const address of recipients) {
      const mails = byAddress.get(address) ?? [];
      mails.push({ id: mail.id, time: mail.time, subject: mail.subject, codes: found });
      byAddress.set(address, mails);
    }
  }
  return byAddress;
}

function codesIn(mail: Mail, codes: ReadonlySet<string>): string[] {
  const words = new Set([...(mail.text.match(word) ?? []), ...(mail.html.match(word) ?? [])]);
  return [...words].filter(one => codes.has(one));
}
