import type { EventOf } from '@cairn/contracts/envelope';
import type { messageChanged } from '@cairn/contracts/events/notifications/message-changed';

export type MessageStatus = EventOf<typeof messageChanged>['data']['status'];

/** To those who run a brand's program, who are nobody of its ambassadors. */
const adminTemplates = ['admin-sign-in', 'codes-needed'] as const;
/** About an unlock, which is their cause. */
export const unlockTemplates = ['tier-unlocked', 'reward-ready'] as const;
const templates = [...unlockTemplates, 'sign-in', ...adminTemplates] as const;
export type Template = (typeof templates)[number];

export function isTemplate(name: string): name is Template {
  return templates.some(one => one === name);
}

export function isAboutUnlock(template: Template): boolean {
  return unlockTemplates.some(one => one === template);
}

export function isToAdmin(template: Template): boolean {
  return adminTemplates.some(one => one === template);
}

/** One mail: one a (cause, template, recipient), ever (domain.md 5.2). */
export interface Message {
  messageId: string;
  brandId: string;
  /** The unlock's id; the request's id for what a person asked for; the alert's. */
  cause: string;
  template: Template;
  /** The ambassador's id, whose address is looked up when it is sent; of an admin an id made from the address. */
  recipient: string;
  unlockId: string | null;
  status: MessageStatus;
  /** Grants that an unlock mail goes without, or that a reward mail brings. */
  grants: string[];
  failures: number;
  /** Contiguous from 1 over what is published. */
  version: number;
  causationId: string;
  correlationId: string;
  acceptedAt: string;
  /** RFC 3339. */
  createdAt: string;
}

/** A kind of due work: the message is to be sent. */
export const sendMessage = 'send-message';

/** Milliseconds. `give up` is how long an SMTP server may refuse for reasons that pass. */
const patience = { first: 1_000, most: 300_000, giveUp: 3 * 86_400_000 };

/** Milliseconds until the next try after `failures`; null when it is to be given up, long after it began to wait. */
export function retryIn(failures: number, since: string, now: Date): number | null {
  if (now.getTime() - Date.parse(since) > patience.giveUp) return null;
  return Math.min(patience.most, patience.first * 2 ** Math.min(failures - 1, 20));
}
