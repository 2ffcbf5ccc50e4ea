import type { Actor } from '@cairn/contracts/events/audit-recorded';
import type { RejectionReason } from '@cairn/contracts/submission';
import { decided } from '../domain/review.js';
import type { Judgement } from './judgement.js';
import { refundsWait } from './refund-judgement.js';
import { refuseSale } from './sale-judgement.js';
import { activityOfSubmission, placeOf, type SubmissionState, saleOf } from './submission.js';
import { orderOf, postAward, takeBack } from './submission-rows.js';
import type { WorkingSet } from './working-set.js';

/** What a person decides of a submission (domain.md 2.2). */
export type Decision =
  | { kind: 'approve' }
  | { kind: 'reject'; reason: RejectionReason; text: string | null }
  | { kind: 'undo' };

/** Why something cannot be done with a submission; `code` is the API's. */
export interface Refusal {
  code: string;
  detail: string;
}

/** Who decides, and when, in milliseconds. */
export interface Reviewer {
  actor: Actor;
  at: number;
}

/** @returns why it cannot be decided so; null where it is. */
export function review(
  judgement: Judgement,
  set: WorkingSet,
  submission: SubmissionState,
  decision: Decision,
  reviewer: Reviewer,
): Refusal | null {
  const isTold = settleRecalled(judgement, set, submission, reviewer.at);
  // Somebody has approved it before the database was restored: that is all there is to it.
  if (isTold && decision.kind === 'approve' && submission.status === 'approved') return null;
  const status = decided(submission.status, decision.kind);
  if (status === undefined) return wrongStatus(submission, decision);
  if (decision.kind === 'undo') return undo(judgement, set, submission, reviewer.at);
  submission.status = status;
  submission.waitingSince = null;
  submission.reviewedBy = reviewer.actor;
  submission.reviewedAt = reviewer.at;
  if (decision.kind === 'approve') approve(judgement, set, submission);
  else reject(judgement, set, submission, decision, reviewer.at);
  set.submissions.save(submission);
  return null;
}

function approve(judgement: Judgement, set: WorkingSet, submission: SubmissionState): void {
  postAward(judgement, set, submission);
  if (submission.kind === 'self_referral') return;
  const { points, entryId, ambassadorId } = submission;
  const outcome = { status: 'awarded', points, entryId, ambassadorId } as const;
  judgement.receipts.of(activityOfSubmission(submission), outcome);
}

function reject(
  judgement: Judgement,
  set: WorkingSet,
  submission: SubmissionState,
  { reason, text }: Extract<Decision, { kind: 'reject' }>,
  at: number,
): void {
  submission.reason = reason;
  submission.rejectionText = text;
  takeBack(judgement, set, submission, at);
  const { ambassadorId } = submission;
  if (submission.kind === 'self_referral') {
    const order = orderOf(set, submission);
    order.submissionId = null;
    refuseSale(judgement, set, saleOf(submission), order, 'rejected', ambassadorId);
    return;
  }
  const { brandId, proof } = submission;
  set.holdings.giveUp({ brandId, actionId: submission.actionId!, proof }, placeOf(submission));
  const outcome = { status: 'not_awarded', reason: 'rejected', ambassadorId } as const;
  judgement.receipts.of(activityOfSubmission(submission), outcome);
}

/** What was awarded is reversed, what was rejected takes its place again, and both are in review (2.2). */
function undo(
  judgement: Judgement,
  set: WorkingSet,
  submission: SubmissionState,
  at: number,
): Refusal | null {
  const refusal = submission.status === 'rejected' ? takeAgain(judgement, set, submission) : null;
  if (refusal !== null) return refusal;
  takeBack(judgement, set, submission, at);
  backInReview(judgement, set, submission, at);
  return null;
}

/** @param at since when it waits, in milliseconds. */
export function backInReview(
  judgement: Judgement,
  set: WorkingSet,
  submission: SubmissionState,
  at: number,
): void {
  const { ambassadorId, kind } = submission;
  submission.status = 'in_review';
  submission.waitingSince = at;
  submission.reason = null;
  submission.rejectionText = null;
  submission.reviewedBy = null;
  submission.reviewedAt = null;
  set.submissions.save(submission);
  const reason = kind === 'action' ? 'action_review' : 'self_referral_review';
  judgement.receipts.of(activityOfSubmission(submission), {
    status: 'in_review',
    review: reason,
    ambassadorId,
  });
}

/** Takes again what a rejection has given up (2.12), where nobody else has it by now. */
export function takeAgain(
  judgement: Judgement,
  set: WorkingSet,
  submission: SubmissionState,
): Refusal | null {
  if (submission.kind === 'self_referral') return takeOrder(judgement, set, submission);
  const { brandId, ambassadorId, proof } = submission;
  const actionId = submission.actionId!;
  const place = placeOf(submission);
  if (set.holdings.holderOf({ brandId, actionId, proof }) !== null) return proofTaken;
  const limit = set.catalogs.get(brandId)?.actions.get(actionId)?.limit ?? null;
  if (limit !== null && set.holdings.placesIn(ambassadorId, actionId, place.at, null) >= limit.count) {
    return limitReached;
  }
  set.holdings.hold({ brandId, actionId, proof }, { ...place, waiting: false });
  return null;
}

function takeOrder(judgement: Judgement, set: WorkingSet, submission: SubmissionState): Refusal | null {
  const order = orderOf(set, submission);
  if (order.award !== null || order.submissionId !== null) return orderTaken;
  order.submissionId = submission.id;
  order.refused = false;
  set.sales.withdraw(order);
  judgement.orders.add(order);
  refundsWait(judgement, order);
  return null;
}

/**
 * Brings a submission to where its rows are that a restored ledger has read back (ADR 26): nothing is posted, they are
 * met.
 * @returns whether there were any.
 */
export function settleRecalled(
  judgement: Judgement,
  set: WorkingSet,
  submission: SubmissionState,
  at: number,
): boolean {
  const { recalled } = set;
  if (!recalled.touches(submission)) return false;
  const standing = recalled.standing(submission);
  if (standing === undefined) takeBack(judgement, set, submission, at);
  else postAward(judgement, set, submission);
  submission.entryId = standing?.id ?? null;
  if (standing === undefined) submission.status = 'in_review';
  else if (!submission.sampled) submission.status = 'approved';
  const { posted } = recalled.meetReviewed(submission, submission.rule);
  submission.posted += posted;
  submission.waitingSince = submission.status === 'in_review' ? (submission.waitingSince ?? at) : null;
  set.submissions.save(submission);
  return true;
}

function wrongStatus({ status }: SubmissionState, { kind }: Decision): Refusal {
  const how: Record<SubmissionState['status'], string> = {
    approved: 'It is approved already: undo that first.',
    rejected: 'It is rejected already: undo that first.',
    in_review: 'Nothing is decided yet that could be undone.',
    disclosure_missing: 'It waits for its ambassador to disclose it: there is nothing to decide yet.',
  };
  const isAgain =
    (kind === 'approve' && status === 'approved') || (kind === 'reject' && status === 'rejected');
  return { code: 'wrong_status', detail: isAgain ? `It is ${status} already.` : how[status] };
}

const proofTaken: Refusal = {
  code: 'duplicate_proof',
  detail: 'Another submission has the same proof by now: a proof counts once.',
};

const limitReached: Refusal = {
  code: 'limit_reached',
  detail: 'Its place in the action’s limit is taken by now: reject what has taken it, or raise the limit.',
};

const orderTaken: Refusal = {
  code: 'duplicate_order',
  detail: 'Another sale of the same order is awarded or in review by now: an order counts once.',
};
