import type { WayToEarn } from '@cairn/contracts/http/home';

type ActionWay = Extract<WayToEarn, { kind: 'action' }>;
type CampaignWay = Extract<WayToEarn, { kind: 'campaign' }>;

const periods = { day: 'today', week: 'this week', month: 'this month', ever: 'in all' } as const;

/** What an action's limit leaves, in words: "2 of 3 left this week"; null where nothing limits it (domain.md 2.1). */
export function leftWords({ limit, left }: Pick<ActionWay, 'limit' | 'left'>): string | null {
  if (limit === null || left === null) return null;
  if (left === 0) return limit.per === 'ever' ? 'Done' : `Done for ${periods[limit.per]}`;
  return `${left} of ${limit.count} left ${periods[limit.per]}`;
}

/** What a campaign still gives: "+25 now, +100 at the end" (domain.md 2.5). */
export function campaignGives(way: Pick<CampaignWay, 'state' | 'joinPoints' | 'completionPoints'>): string {
  const join = way.state === 'open' && way.joinPoints > 0 ? [`+${way.joinPoints}`] : [];
  const completion =
    way.state !== 'completed' && way.completionPoints > 0 ? [`+${way.completionPoints}`] : [];
  return [...join, ...completion].join(' · ');
}

/** Where the ambassador stands in a campaign, in words. */
export function campaignStanding(
  way: Pick<CampaignWay, 'state' | 'joinPoints' | 'completionPoints'>,
): string {
  if (way.state === 'completed') return 'Completed';
  if (way.state === 'joined') return 'Joined: complete it for the rest';
  if (way.joinPoints > 0 && way.completionPoints > 0) return 'For joining, and for completing it';
  return way.joinPoints > 0 ? 'For joining' : 'For completing it';
}
