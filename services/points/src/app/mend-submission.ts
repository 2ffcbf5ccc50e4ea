import { isDisclosed } from '../domain/disclosure.js';
import type { FrozenAction } from '../domain/judge-action.js';
import { mayMend } from '../domain/review.js';
import { reviewNow } from './action-judgement.js';
import { proofOf } from './activity.js';
import type { Judgement } from './judgement.js';
import { backInReview, type Refusal, settleRecalled, takeAgain } from './review-submission.js';
import { activityOfSubmission, placeOf, type SubmissionState } from './submission.js';
import { postAward } from './submission-rows.js';
import type { WorkingSet } from './working-set.js';

/** What an ambassador hands in instead; what is left out stays. */
export interface Mending {
  proofUrl?: string | null | undefined;
  text?: string | null | undefined;
  paidPartnership?: boolean | undefined;
}

/**
 * Hands a submission in once more (domain.md 2.2, 2.3): it keeps its event, its time and its points. One that was
 * rejected is looked at again, whoever it is of.
 * @param at of the mending, in milliseconds. @returns why it cannot be mended; null where it is.
 */
export function mend(
  judgement: Judgement,
  set: WorkingSet,
  submission: SubmissionState,
  mending: Mending,
  at: number,
): Refusal | null {
  settleRecalled(judgement, set, submission, at);
  if (submission.kind !== 'action' || submission.replacedBy !== null || !mayMend(submission.status)) {
    return notMendable;
  }
  const refusal = handIn(set, submission, mending) ?? takePlace(judgement, set, submission);
  if (refusal !== null) return refusal;
  const wasRejected = submission.status === 'rejected';
  submission.attempt += 1;
  const rule = submission.rule as FrozenAction | null;
  const tags = set.catalogs.get(submission.brandId)!.brand.disclosureTags;
  const isMissing = rule?.disclosureRequired === true && !isDisclosed(submission, tags);
  holdProof(set, submission, isMissing);
  if (isMissing) waitOn(judgement, set, submission);
  else takeMended(judgement, set, submission, wasRejected, at);
  return null;
}

/** What is handed in now, with its proof in place of the old one. */
function handIn(set: WorkingSet, submission: SubmissionState, mending: Mending): Refusal | null {
  const { brandId, eventId } = submission;
  const actionId = submission.actionId!;
  const proofUrl = mending.proofUrl === undefined ? submission.proofUrl : mending.proofUrl;
  const proof = proofOf(proofUrl);
  const holder = set.holdings.holderOf({ brandId, actionId, proof });
  if (holder !== null && holder.eventId !== eventId) return proofTaken;
  const isMoved = proof !== submission.proof && submission.status === 'disclosure_missing';
  if (isMoved) set.holdings.holdProof({ brandId, actionId, proof: submission.proof }, null);
  submission.proofUrl = proofUrl;
  submission.proof = proof;
  if (mending.text !== undefined) submission.text = mending.text;
  submission.paidPartnership = mending.paidPartnership ?? submission.paidPartnership;
  return null;
}

/** One that was rejected had given its place up. */
function takePlace(judgement: Judgement, set: WorkingSet, submission: SubmissionState): Refusal | null {
  return submission.status === 'rejected' ? takeAgain(judgement, set, submission) : null;
}

function holdProof(set: WorkingSet, submission: SubmissionState, waiting: boolean): void {
  const { brandId, proof } = submission;
  const of = { brandId, actionId: submission.actionId!, proof };
  set.holdings.holdProof(of, { ...placeOf(submission), waiting });
}

function waitOn(judgement: Judgement, set: WorkingSet, submission: SubmissionState): void {
  submission.status = 'disclosure_missing';
  submission.reason = null;
  submission.rejectionText = null;
  set.submissions.save(submission);
  const { ambassadorId } = submission;
  const outcome = { status: 'not_awarded', reason: 'disclosure_missing', ambassadorId } as const;
  judgement.receipts.of(activityOfSubmission(submission), outcome);
}

function takeMended(
  judgement: Judgement,
  set: WorkingSet,
  submission: SubmissionState,
  wasRejected: boolean,
  at: number,
): void {
  const { ambassadorId, points } = submission;
  // A rule that a restore has lost says nothing of reviews.
  const mode = (submission.rule as FrozenAction | null)?.review ?? 'none';
  const review = wasRejected ? 'review' : reviewNow(set, submission, ambassadorId, mode);
  if (review === 'review') {
    backInReview(judgement, set, submission, at);
    return;
  }
  submission.sampled = review === 'award_and_review';
  submission.status = submission.sampled ? 'in_review' : 'approved';
  submission.waitingSince = submission.sampled ? at : null;
  postAward(judgement, set, submission);
  set.submissions.save(submission);
  const { entryId } = submission;
  judgement.receipts.of(activityOfSubmission(submission), {
    status: 'awarded',
    points,
    entryId,
    ambassadorId,
  });
}

const notMendable: Refusal = {
  code: 'wrong_status',
  detail: 'It waits for nothing that you could do: hand in what you have done since as a new one.',
};

const proofTaken: Refusal = {
  code: 'duplicate_proof',
  detail: 'This post was handed in before, and a post counts once: take the address of another one.',
};
