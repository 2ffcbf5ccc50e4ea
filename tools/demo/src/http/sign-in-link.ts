import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Api } from './api.js';
import type { Inbox, Mail } from './inbox.js';

/** How long the mail may take, in ms. */
const patience = 60_000;

/**
 * Asks for a magic link and reads it from the inbox: good once, for 15 minutes. Null where no mail with a link came
 * within a minute. `brand` is the slug.
 */
export async function signInLink(
  cairnUrl: string,
  inbox: Inbox,
  email: string,
  brand: string,
  as: 'ambassador' | 'admin' = 'ambassador',
): Promise<string | null> {
  const before = new Set((await inbox.to(email)).map(mail => mail.id));
  const path = '/api/auth/magic-link';
  await new Api(cairnUrl).call({ method: 'POST', path, body: { email, brand, as }, answer: z.unknown() });
  const giveUpAt = Date.now() + patience;
  for (let interval = 50; Date.now() < giveUpAt; interval = Math.min(interval * 2, 1_000)) {
    for (const mail of await inbox.to(email)) {
      const link = before.has(mail.id) ? null : linkIn(mail);
      if (link) return link;
    }
    await pause(interval);
  }
  return null;
}

/** The address in a mail that carries a token. */
export function linkIn(mail: Pick<Mail, 'text' | 'html'>): string | null {
  const addresses =
    `${mail.text} ${mail.html.replaceAll('&amp;', '&')}`.match(/https?:\/\/[^\s"'<>)]+/g) ?? [];
  return addresses.find(address => /token/i.test(address)) ?? null;
}
