import type { MediaItem } from '@cairn/contracts/http/media';
import type { SubmissionItem } from '@cairn/contracts/http/submission';
import type { RejectionReason, SubmissionKind, SubmissionStatus } from '@cairn/contracts/submission';
import { sizeWords } from '@cairn/contracts/words/size-words';
import type { Tone } from '../layout/components/status-badge.js';

export const statusWords: Record<SubmissionStatus, string> = {
  in_review: 'In review',
  approved: 'Approved',
  rejected: 'Rejected',
  disclosure_missing: 'Disclosure missing',
};

export const statusTones: Record<SubmissionStatus, Tone> = {
  in_review: 'waiting',
  approved: 'good',
  rejected: 'bad',
  disclosure_missing: 'warn',
};

export const kindWords: Record<SubmissionKind, string> = {
  action: 'Actions',
  self_referral: 'Own purchases',
};

/** What a reviewer picks; the ambassador reads it in kinder words. */
export const reasonWords: Record<RejectionReason, string> = {
  wrong_content: 'It shows something else',
  not_visible: 'Private, deleted or not there',
  not_own_content: 'Somebody else’s',
  low_quality: 'Not good enough to use',
  missing_requirement: 'A part of the task is missing',
  suspected_fraud: 'Suspected fraud',
  other: 'Something else',
};

/** Hours after which a submission waits too long. */
const LATE = 48;

/** Whether somebody has waited for more than two days. */
export function isLate({ waitingSince }: Pick<SubmissionItem, 'waitingSince'>, now: Date): boolean {
  return waitingSince !== null && now.getTime() - Date.parse(waitingSince) > LATE * 3_600_000;
}

/** "Photo, 3.2 MB". */
export const mediaWords = ({ kind, bytes }: Pick<MediaItem, 'kind' | 'bytes'>): string =>
  `${kind === 'photo' ? 'Photo' : 'Video'}, ${sizeWords(bytes)}`;

type Named = Pick<SubmissionItem, 'kind' | 'action' | 'order'>;

/** "Post a story", "Sale #o1 to their own address". */
export function titleOf({ kind, action, order }: Named): string {
  if (kind === 'self_referral') return `Sale #${order?.id ?? '?'} to their own address`;
  return action?.name ?? 'A task that is gone';
}

export const nameOf = ({ ambassador }: Pick<SubmissionItem, 'ambassador'>): string =>
  ambassador?.name ?? 'Somebody';

/** What an approval, and a rejection, do to this one. */
export function decisionWords({ sampled, entryId, points, kind }: SubmissionItem): {
  approve: string;
  reject: string;
} {
  const stands = sampled && entryId !== null;
  const gives = `${points} ${points === 1 ? 'point' : 'points'}`;
  return {
    approve: stands
      ? `A sample of trusted work: its ${gives} are there already, and stay.`
      : `Gives ${gives}, as of when it was handed in.`,
    reject: stands
      ? `Takes its ${gives} back. They read the reason and your words, and may hand it in again.`
      : kind === 'action'
        ? 'They read the reason and your words, and may hand it in again.'
        : 'They read the reason and your words. The order may still be counted by another event.',
  };
}
