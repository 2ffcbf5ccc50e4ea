import { type BrandCatalog, type CampaignRules, type Membership, within } from './catalog.js';
import { earningSeries } from './earning-series.js';
import { type Happening, isQuiet, type Refusal, refuse } from './happening.js';

export type CampaignStep = 'join' | 'completion';

/** A step of a campaign to be judged. */
export interface TakenStep extends Happening {
  step: CampaignStep;
}

export type CampaignVerdict =
  | {
      kind: 'award';
      points: number;
      programId: string;
      seriesId: string;
      quiet: boolean;
      /** Frozen on the entry. */
      rule: FrozenCampaign;
      records: CampaignStep[];
    }
  /** Worth 0 points: recorded as such (2.12), with the receipt `zero_points`. */
  | { kind: 'record'; records: CampaignStep[] }
  | Refusal;

interface FrozenCampaign {
  campaignId: string;
  name: string;
  points: number;
  /** RFC 3339. */
  startsAt: string;
  endsAt: string;
}

/**
 * Judges a join or a completion by the rules in force now (domain.md 2.5); the reasons come in the published order of
 * 2.13. The campaign runs or not at the event's own time, also where membership and series are those of a later
 * arrival (2.19). An archived campaign is `unknown_campaign`. A completion without a recorded join records the join
 * too, so that a join that comes later is `already_joined`.
 * @param taken steps already recorded of this ambassador.
 */
export function judgeCampaign(
  taking: TakenStep,
  campaign: CampaignRules | undefined,
  memberships: readonly Membership[],
  catalog: BrandCatalog,
  taken: ReadonlySet<CampaignStep>,
): CampaignVerdict {
  if (campaign === undefined || campaign.archived) return refuse('unknown_campaign');
  const membership = memberships.find(candidate => within(candidate, taking.judgedAs));
  if (membership === undefined || !campaign.programIds.includes(membership.programId)) {
    return refuse('not_a_member');
  }
  const { programId } = membership;
  const series = earningSeries(catalog.series, programId, taking.judgedAs, taking.acceptedAt);
  if (series === undefined) return refuse('no_live_series');
  if (taking.occurredAt < campaign.startsAt || taking.occurredAt >= campaign.endsAt) {
    return refuse('campaign_not_running');
  }
  const isJoin = taking.step === 'join';
  if (taken.has(taking.step)) return refuse(isJoin ? 'already_joined' : 'already_completed');
  const records = stepsBy(taking.step).filter(step => !taken.has(step));
  const points = isJoin ? campaign.joinPoints : campaign.completionPoints;
  if (points === 0) return { kind: 'record', records };
  return {
    kind: 'award',
    points,
    programId,
    seriesId: series.seriesId,
    quiet: isQuiet(taking, catalog.brand.quietAfterDays),
    rule: {
      campaignId: campaign.campaignId,
      name: campaign.name,
      points,
      startsAt: new Date(campaign.startsAt).toISOString(),
      endsAt: new Date(campaign.endsAt).toISOString(),
    },
    records,
  };
}

/** The steps that one records: a completion without a recorded join records the join too (2.5). */
export function stepsBy(step: CampaignStep): CampaignStep[] {
  return step === 'join' ? ['join'] : ['join', 'completion'];
}
