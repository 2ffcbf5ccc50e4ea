import { derivedId } from '@cairn/service-kit/events/derive';
import { earned } from '../domain/account.js';
import { judgedAs } from '../domain/happening.js';
import { judgeCampaign, stepsBy } from '../domain/judge-campaign.js';
import type { CampaignActivity } from './activity.js';
import type { Judgement } from './judgement.js';
import { asRecalled } from './recalled-award.js';
import type { WorkingSet } from './working-set.js';

/** Judges a join or completion of a campaign and records its steps (domain.md 2.5, 2.12). */
export function takeCampaignStep(judgement: Judgement, set: WorkingSet, activity: CampaignActivity): void {
  const state = judgement.accountFor(activity);
  if (state === undefined) return;
  const { ambassadorId, memberships } = state;
  const catalog = set.catalogs.get(activity.brandId)!;
  const taken = set.steps.of(ambassadorId, activity.campaignId);
  const judged = judgeCampaign(
    { ...activity, judgedAs: judgedAs(activity.occurredAt, activity.waited, memberships) },
    catalog.campaigns.get(activity.campaignId),
    memberships,
    catalog,
    taken,
  );
  const row = set.recalled.earned(activity);
  const verdict =
    row === undefined
      ? judged
      : { ...asRecalled(row, judged), records: stepsBy(activity.step).filter(step => !taken.has(step)) };
  if (verdict.kind !== 'refuse') set.steps.record(activity, ambassadorId, verdict.records);
  if (verdict.kind !== 'award') {
    const reason = verdict.kind === 'record' ? 'zero_points' : verdict.reason;
    judgement.receipts.of(activity, { status: 'not_awarded', reason, ambassadorId });
    return;
  }
  const { points, rule, programId, seriesId, quiet } = verdict;
  const entryId = row?.id ?? derivedId('entry', activity.envelopeId);
  const kind = activity.step === 'join' ? 'campaign_join' : 'campaign_completion';
  const of = { ...activity, programId, seriesId, quiet };
  judgement.post(state, earned(kind, points, false), of, entryId, null, { rule });
  judgement.receipts.of(activity, { status: 'awarded', points, entryId, ambassadorId });
}
