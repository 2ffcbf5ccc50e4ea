import { earned, reversed } from '../domain/account.js';
import type { Judgement } from './judgement.js';
import { proofClaim } from './recalled-rows.js';
import { refundAgain } from './refund-judgement.js';
import { awardSale } from './sale-judgement.js';
import { nextEntryId, reversalId, type SubmissionState, saleOf } from './submission.js';
import { type AccountState, keyOf, type OrderState, type WorkingSet } from './working-set.js';

/** The order that a self-referral is of; locked with it. */
export function orderOf(set: WorkingSet, { brandId, orderId }: SubmissionState): OrderState {
  return set.orders.get(keyOf(brandId, orderId!))!;
}

function accountOf(set: WorkingSet, { ambassadorId }: SubmissionState): AccountState {
  return set.accounts.get(ambassadorId)!;
}

/** Posts what a submission is worth, as of its own time (domain.md 2.2); where it stands already, nothing. */
export function postAward(judgement: Judgement, set: WorkingSet, submission: SubmissionState): void {
  if (submission.entryId !== null) return;
  const state = accountOf(set, submission);
  judgement.releaseDue(state);
  const id = set.recalled.standing(submission)?.id ?? nextEntryId(submission);
  submission.entryId = id;
  submission.posted += 1;
  const { points, rule, availableAt, actionId, brandId, proof } = submission;
  if (actionId !== null) {
    const claim = proofClaim({ brandId, actionId, proof });
    judgement.post(state, earned('action', points, false), submission, id, null, { rule, claim });
    return;
  }
  const order = orderOf(set, submission);
  order.submissionId = null;
  const { programId, seriesId, quiet } = submission;
  const award = { id, points, programId, seriesId, quiet, availableAt, rule };
  awardSale(judgement, set, saleOf(submission), order, state, award);
}

/**
 * Takes the row of a submission back (2.2, 2.15), as of the decision; where none stands, nothing.
 * @param at of the decision, in milliseconds.
 */
export function takeBack(
  judgement: Judgement,
  set: WorkingSet,
  submission: SubmissionState,
  at: number,
): void {
  const { entryId } = submission;
  if (entryId === null) return;
  const state = accountOf(set, submission);
  judgement.releaseDue(state);
  submission.entryId = null;
  const of = { ...submission, occurredAt: at, acceptedAt: at };
  if (submission.kind === 'action') {
    const movement = { kind: 'reversal', pendingDelta: 0, availableDelta: -submission.points } as const;
    judgement.post(state, movement, of, reversalId(submission), entryId);
    return;
  }
  takeSaleBack(judgement, set, submission, state, of);
}

/** What refunds have left of the award; they count against the next one again (2.9, 2.12). */
function takeSaleBack(
  judgement: Judgement,
  set: WorkingSet,
  submission: SubmissionState,
  state: AccountState,
  of: SubmissionState,
): void {
  const order = orderOf(set, submission);
  const award = order.award!;
  const left = award.points - award.reversed;
  if (left > 0) judgement.post(state, reversed(award, left), of, reversalId(submission), award.id);
  award.reversed = award.points;
  if (award.held) judgement.releasedNow.push(award);
  award.held = false;
  judgement.awards.set(award.id, award);
  order.award = null;
  order.submissionId = submission.id;
  set.sales.withdraw(order);
  judgement.orders.add(order);
  refundAgain(judgement, order);
}
