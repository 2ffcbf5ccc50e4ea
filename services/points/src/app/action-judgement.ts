import type { ReviewMode } from '@cairn/contracts/earning';
import { earned } from '../domain/account.js';
import { judgedAs } from '../domain/happening.js';
import { type ActionVerdict, type EarnedAction, judgeAction } from '../domain/judge-action.js';
import { inSample, type Review, reviewOf } from '../domain/review.js';
import type { ActionActivity } from './activity.js';
import type { Judgement } from './judgement.js';
import { asRecalled } from './recalled-award.js';
import { proofClaim, type RecalledRow } from './recalled-rows.js';
import { actionSubmission, nextEntryId, shareOf } from './submission.js';
import { type AccountState, type WorkingSet } from './working-set.js';

/**
 * Judges a completed action (domain.md 2.1 to 2.4). Awarded, in review, and waiting for its disclosure, it holds its
 * proof and a place of the limit; refused otherwise it holds nothing (2.12), and one that it would have replaced waits
 * on.
 */
export function completeAction(judgement: Judgement, set: WorkingSet, activity: ActionActivity): void {
  const state = judgement.accountFor(activity);
  if (state === undefined) return;
  const { brandId, actionId, eventId } = activity;
  const { ambassadorId, memberships } = state;
  const at = judgedAs(activity.occurredAt, activity.waited, memberships);
  const catalog = set.catalogs.get(brandId)!;
  const holder = set.holdings.holderOf(activity);
  const replaced = holder?.waiting && holder.ambassadorId === ambassadorId ? holder : null;
  const judged = judgeAction(
    { ...activity, judgedAs: at },
    catalog.actions.get(actionId),
    memberships,
    catalog,
    {
      proof: (holder !== null && replaced === null) || set.recalled.hasProof(activity),
      places: set.holdings.placesIn(ambassadorId, actionId, at, replaced),
    },
  );
  const standing = set.recalled.standing(activity);
  const verdict = standing === undefined ? judged : asRecalled(standing, judged);
  if (verdict.kind === 'refuse') {
    judgement.receipts.of(activity, { status: 'not_awarded', reason: verdict.reason, ambassadorId });
    return;
  }
  const waiting = verdict.kind === 'undisclosed';
  set.holdings.hold(activity, { brandId, ambassadorId, actionId, eventId, at, waiting }, replaced);
  if (replaced !== null) set.submissions.replace(replaced, eventId);
  if (waiting) waitForDisclosure(judgement, set, activity, ambassadorId, verdict, at);
  else {
    const review = reviewNow(set, activity, ambassadorId, modeOf(judged));
    takeAction(judgement, set, activity, state, { earned: verdict, at, review, standing });
  }
  if (replaced !== null) judgement.receipts.replaces(activity, replaced.eventId);
}

/** What a review is to be had of, and what of it is there already. */
interface Taking {
  earned: Omit<EarnedAction, 'rule'> & { rule: unknown };
  at: number;
  review: Review;
  /** Its row, where a restored ledger has read it back. */
  standing: RecalledRow | undefined;
}

/** Awards an action, or has it reviewed, or both (2.2). */
function takeAction(
  judgement: Judgement,
  set: WorkingSet,
  activity: ActionActivity,
  state: AccountState,
  { earned: by, at, review, standing }: Taking,
): void {
  const { ambassadorId } = state;
  // Rows that a restored ledger has of it (ADR 26): what was taken back since is in review again.
  const { posted: before } = set.recalled.meetReviewed(activity, standing === undefined ? null : by.rule);
  const isAwarded = standing !== undefined || (before === 0 && review !== 'review');
  if (!isAwarded) {
    const of = { status: 'in_review', posted: before } as const;
    set.submissions.save(actionSubmission(activity, ambassadorId, by, at, of));
    judgement.receipts.of(activity, { status: 'in_review', review: 'action_review', ambassadorId });
    return;
  }
  const entryId = standing?.id ?? nextEntryId({ envelopeId: activity.envelopeId, posted: 0 });
  if (review !== 'award') {
    const sampled = review === 'award_and_review';
    const status = sampled ? 'in_review' : 'approved';
    const of = { status, sampled, entryId, posted: Math.max(1, before) } as const;
    set.submissions.save(actionSubmission(activity, ambassadorId, by, at, of));
  }
  const { points, programId, seriesId, quiet, rule } = by;
  if (standing === undefined) {
    const of = { ...activity, programId, seriesId, quiet };
    judgement.post(state, earned('action', points, false), of, entryId, null, {
      rule,
      claim: proofClaim(activity),
    });
  }
  judgement.receipts.of(activity, { status: 'awarded', points, entryId, ambassadorId });
}

/** One worth 0 points has nothing to be mended for. */
function waitForDisclosure(
  judgement: Judgement,
  set: WorkingSet,
  activity: ActionActivity,
  ambassadorId: string,
  by: EarnedAction,
  at: number,
): void {
  if (by.points > 0) {
    const of = { status: 'disclosure_missing' } as const;
    set.submissions.save(actionSubmission(activity, ambassadorId, by, at, of));
  }
  judgement.receipts.of(activity, { status: 'not_awarded', reason: 'disclosure_missing', ambassadorId });
}

/** By the mode that the action had when it was submitted, and by how far its ambassador is trusted now (2.2). */
export function reviewNow(
  set: WorkingSet,
  of: { brandId: string; eventId: string },
  ambassadorId: string,
  mode: ReviewMode,
): Review {
  const percent = set.catalogs.get(of.brandId)!.brand.reviewSamplePercent;
  return reviewOf(mode, set.trust.get(ambassadorId) ?? 'new', inSample(shareOf(of), percent));
}

/** What would be refused now, and has been awarded before a restore, is not reviewed again. */
function modeOf(judged: ActionVerdict): ReviewMode {
  return judged.kind === 'refuse' ? 'none' : judged.rule.review;
}
