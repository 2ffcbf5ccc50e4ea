import type { WayToEarn } from '@cairn/contracts/http/home';
import { pointsWords, ruleWords } from '../words/rate-words.js';
import { isLive } from './current.js';
import type { ActionState, CampaignState, HomeRows, SeriesState } from './rows.js';

/**
 * What earns now: nothing without a live series (domain.md 2.7), and only what gives points: actions whose limit is not
 * reached first, then campaigns that run, then the link.
 */
export function waysToEarn(rows: HomeRows, programId: string, series: SeriesState, now: Date): WayToEarn[] {
  if (!isLive(series, now)) return [];
  return [
    ...rows.actions
      .filter(action => action.programId === programId && action.points > 0)
      .map(action => actionWay(action, rows))
      .toSorted((a, b) => Number(a.left === 0) - Number(b.left === 0)),
    ...rows.campaigns.filter(campaign => runs(campaign, programId, now)).flatMap(campaignWay),
    ...referralWay(rows, programId),
  ];
}

function actionWay(action: ActionState, { brand }: HomeRows): Extract<WayToEarn, { kind: 'action' }> {
  return {
    kind: 'action',
    id: action.actionId,
    title: action.name,
    category: action.category,
    award: pointsWords(BigInt(action.points)),
    points: action.points,
    limit: action.limit,
    left: action.limit === null ? null : Math.max(0, action.limit.count - action.used),
    disclosureTags: action.disclosureRequired ? brand.disclosureTags : [],
  };
}

/** In its window `[startsAt, endsAt)` (2.5). */
function runs(campaign: CampaignState, programId: string, now: Date): boolean {
  return (
    campaign.programIds.includes(programId) &&
    Date.parse(campaign.startsAt) <= now.getTime() &&
    now.getTime() < Date.parse(campaign.endsAt)
  );
}

/** A completion records the join too (2.5). */
function campaignWay(campaign: CampaignState): WayToEarn[] {
  const { joinPoints, completionPoints, steps } = campaign;
  if (joinPoints === 0 && completionPoints === 0) return [];
  const completed = steps.includes('campaign.completed');
  const state = completed ? 'completed' : steps.includes('campaign.joined') ? 'joined' : 'open';
  const award = [
    ...(joinPoints > 0 ? [`${pointsWords(BigInt(joinPoints))} for joining`] : []),
    ...(completionPoints > 0 ? [`${pointsWords(BigInt(completionPoints))} for completing it`] : []),
  ].join(', ');
  const { campaignId, name, endsAt } = campaign;
  return [
    { kind: 'campaign', id: campaignId, title: name, award, joinPoints, completionPoints, endsAt, state },
  ];
}

function referralWay(rows: HomeRows, programId: string): WayToEarn[] {
  const rule = rows.rules.find(candidate => candidate.programId === programId)?.rule;
  if (rule === undefined) return [];
  const award = ruleWords(rule, rows.brand.currency, rows.brand.currencyExponent);
  if (award === null) return [];
  const { code, link } = rows.ambassador;
  const leads = rows.brand.landingUrl !== null;
  const title = leads ? 'Share your link' : 'Share your code';
  return [{ kind: 'referral', title, award, code, link: leads ? link : null }];
}
