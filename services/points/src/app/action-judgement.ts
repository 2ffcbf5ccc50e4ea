import { derivedId } from '@cairn/service-kit/events/derive';
import { earned } from '../domain/account.js';
import { judgedAs } from '../domain/happening.js';
import { judgeAction } from '../domain/judge-action.js';
import type { ActionActivity } from './activity.js';
import type { Judgement } from './judgement.js';
import { asRecalled } from './recalled-award.js';
import { proofClaim } from './recalled-rows.js';
import type { WorkingSet } from './working-set.js';

/**
 * Judges a completed action (domain.md 2.1 to 2.4). Awarded, and waiting for its disclosure, it holds its proof and a
 * place of the limit; refused otherwise it holds nothing (2.12), and one that it would have replaced waits on.
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
  const row = set.recalled.earned(activity);
  const verdict = row === undefined ? judged : asRecalled(row, judged);
  const waiting = verdict.kind === 'refuse';
  if (!waiting || verdict.reason === 'disclosure_missing') {
    set.holdings.hold(activity, { brandId, ambassadorId, actionId, eventId, at, waiting }, replaced);
  }
  if (verdict.kind === 'refuse') {
    judgement.receipts.of(activity, { status: 'not_awarded', reason: verdict.reason, ambassadorId });
    return;
  }
  const { points, rule, programId, seriesId, quiet } = verdict;
  const entryId = row?.id ?? derivedId('entry', activity.envelopeId);
  const of = { ...activity, programId, seriesId, quiet };
  judgement.post(state, earned('action', points, false), of, entryId, null, {
    rule,
    claim: proofClaim(activity),
  });
  judgement.receipts.of(activity, { status: 'awarded', points, entryId, ambassadorId });
}
