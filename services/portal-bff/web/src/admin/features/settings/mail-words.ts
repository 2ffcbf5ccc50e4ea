import type { MessageItem } from '@cairn/contracts/http/message-item';
import type { Tone } from '../layout/components/status-badge.js';

type Status = MessageItem['status'];

/** A mail's state as the list says it (domain.md 5.2). */
export const mailStates: Record<Status, { words: string; tone: Tone }> = {
  unknown: { words: 'Fate unknown', tone: 'bad' },
  dropped: { words: 'Not sent', tone: 'warn' },
  waiting: { words: 'Waiting', tone: 'waiting' },
  sending: { words: 'Being sent', tone: 'neutral' },
  sent: { words: 'Sent', tone: 'good' },
};

const templates: Record<string, string> = {
  'tier-unlocked': 'Tier unlocked',
  'reward-ready': 'Reward ready',
  'sign-in': 'Sign-in link',
  'admin-sign-in': 'Sign-in link to the admin',
  'codes-needed': 'Codes needed',
};

/** What a mail was, by its template; one that is newer than this page by its name. */
export const mailWords = (template: string) => templates[template] ?? template.replaceAll('-', ' ');

/** Why a mail that did not arrive for sure cannot go again: what it said was kept only until then. */
export const goneWords = ({ status, template }: Pick<MessageItem, 'status' | 'template'>) => {
  if (status !== 'unknown' && status !== 'dropped') return null;
  return template.endsWith('sign-in') ? 'Link ran out' : 'Not kept';
};

/** Whom it is to; an ambassador who is not known yet has no name. */
export const recipientWords = ({
  ambassadorId,
  ambassadorName,
}: Pick<MessageItem, 'ambassadorId' | 'ambassadorName'>) =>
  ambassadorId === null ? 'An admin' : (ambassadorName ?? 'An ambassador');

/** The choices of the list's filter; without one it shows those whose fate nobody knows. */
export const mailFilters = [
  ...(['unknown', 'dropped', 'waiting', 'sending', 'sent'] as const).map(status => ({
    value: status,
    label: mailStates[status].words,
  })),
  { value: 'all', label: 'All mails' },
];

/** The API's `status` for a choice of {@link mailFilters}. */
export const askedStatus = (chosen: string | undefined) =>
  chosen === 'all' ? undefined : (chosen ?? 'unknown');
