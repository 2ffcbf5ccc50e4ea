import type { OwnSubmission, PortalAction, PortalCampaign } from '@cairn/contracts/http/submission';
import { programNow, seriesOf } from './current.js';
import type { HomeRows } from './rows.js';
import { waysToEarn } from './ways-to-earn.js';

/** The actions that earn now, as on the home, with what the ambassador has handed in of them. */
export function portalActions(
  rows: HomeRows,
  submissions: readonly OwnSubmission[],
  now: Date,
): PortalAction[] {
  const known = new Map(rows.actions.map(action => [action.actionId, action]));
  return waysNow(rows, now).flatMap(way => {
    const action = way.kind === 'action' ? known.get(way.id) : undefined;
    if (way.kind !== 'action' || action === undefined) return [];
    const own = submissions.filter(of => of.actionId === way.id);
    const { id, title, category, points, limit, left, disclosureTags } = way;
    return {
      ...{ id, programId: action.programId, name: title, category, points, limit, left },
      ...{ review: action.review, disclosureTags },
      waiting: own.filter(of => of.status === 'in_review').length,
      submission: own[0] ?? null,
    };
  });
}

/** The campaigns that run now, as on the home. */
export function portalCampaigns(rows: HomeRows, now: Date): PortalCampaign[] {
  return waysNow(rows, now).flatMap(way => {
    if (way.kind !== 'campaign') return [];
    const { id, title, joinPoints, completionPoints, endsAt, state } = way;
    return { id, name: title, joinPoints, completionPoints, endsAt, state };
  });
}

function waysNow(rows: HomeRows, now: Date) {
  const programId = programNow(rows.ambassador.memberships, now);
  const series = seriesOf(programId, rows.series, now);
  return programId === null || series === null ? [] : waysToEarn(rows, programId, series, now);
}
