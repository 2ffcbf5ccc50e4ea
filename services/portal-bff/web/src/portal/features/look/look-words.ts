import type { PortalSession } from '@cairn/contracts/http/auth';
import type { Reader } from '../../../shared/features/wording/dates.js';

/** The banner's title: "Ada Lovelace’s portal". */
export const whoseWords = ({ ambassador }: PortalSession) => `${ambassador.name}’s portal`;

/** The rest of it: who looks, that nothing can be changed, and until when by the reader's own clock. */
export function lookWords(lookedBy: string, expiresAt: string, { locale, timeZone }: Reader): string {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  return `Seen by ${lookedBy} until ${time.format(new Date(expiresAt))}. Nothing can be changed.`;
}

/** Whether two sessions show the same portal to the same person. */
export function isSameView(one: PortalSession, other: PortalSession): boolean {
  return one.ambassador.id === other.ambassador.id && one.lookedBy === other.lookedBy;
}

/** The admin's page of whom one looked at. */
export const adminPathOf = ({ ambassador }: PortalSession) => `/admin/ambassadors/${ambassador.id}`;
