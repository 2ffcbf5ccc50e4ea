import type { ReviewMode, TrustLevel } from '@cairn/contracts/earning';
import type { SubmissionStatus } from '@cairn/contracts/submission';

/** What becomes of work that would be awarded (domain.md 2.2); `award_and_review`: awarded, and looked at afterwards. */
export type Review = 'award' | 'review' | 'award_and_review';

/** @param sampled whether the event is of the brand's sample. */
export function reviewOf(mode: ReviewMode, trust: TrustLevel, sampled: boolean): Review {
  if (mode === 'none') return 'award';
  if (mode === 'all' || trust !== 'trusted') return 'review';
  return sampled ? 'award_and_review' : 'award';
}

/**
 * Whether an event is of the sample (2.2): the same on every delivery.
 * @param share of the event, from 0 up to 1: a hash of it. @param percent of the brand's events that are looked at.
 */
export function inSample(share: number, percent: number): boolean {
  return share * 100 < percent;
}

export type DecisionKind = 'approve' | 'reject' | 'undo';

const after: Record<DecisionKind, Partial<Record<SubmissionStatus, SubmissionStatus>>> = {
  approve: { in_review: 'approved' },
  reject: { in_review: 'rejected' },
  undo: { approved: 'in_review', rejected: 'in_review' },
};

/** The status after a decision; undefined where it cannot be taken of this one (2.2). */
export function decided(status: SubmissionStatus, kind: DecisionKind): SubmissionStatus | undefined {
  return after[kind][status];
}

/** Whether its ambassador may hand it in once more: to disclose (2.3), or after a rejection (2.2). */
export function mayMend(status: SubmissionStatus): boolean {
  return status === 'disclosure_missing' || status === 'rejected';
}
