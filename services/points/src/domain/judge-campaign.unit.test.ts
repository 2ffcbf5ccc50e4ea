import { describe, expect, it } from '@jest/globals';
import type { BrandCatalog, CampaignRules, Membership } from './catalog.js';
import { type CampaignStep, judgeCampaign, type TakenStep } from './judge-campaign.js';

const at = (text: string) => Date.parse(text);

const catalog: BrandCatalog = {
  brand: {
    currency: 'USD',
    exponent: 2,
    timezone: 'UTC',
    disclosureTags: [],
    quietAfterDays: 7,
    maxEventAgeDays: 400,
    reviewSamplePercent: 10,
    trustRule: null,
  },
  programs: new Map(),
  series: [
    {
      seriesId: 'climb',
      programs: null,
      programIds: ['friends', 'crew', 'others'],
      live: [{ from: at('2026-01-01T00:00:00Z'), to: at('2026-12-01T00:00:00Z') }],
      endsAt: null,
    },
  ],
  actions: new Map(),
  campaigns: new Map(),
};

interface Given {
  taking: TakenStep;
  campaign: CampaignRules;
  memberships: Membership[];
  taken: Set<CampaignStep>;
}

const good = (step: CampaignStep = 'join'): Given => {
  const occurredAt = at('2026-11-01T10:00:00Z');
  return {
    taking: { step, occurredAt, acceptedAt: occurredAt, judgedAs: occurredAt },
    campaign: {
      campaignId: 'spring',
      programIds: ['friends', 'crew'],
      name: 'Spring',
      joinPoints: 25,
      completionPoints: 100,
      startsAt: at('2026-11-01T00:00:00Z'),
      endsAt: at('2026-11-20T00:00:00Z'),
      archived: false,
    },
    memberships: [{ programId: 'crew', from: at('2026-01-01T00:00:00Z'), to: null }],
    taken: new Set(step === 'join' ? [] : ['join']),
  };
};

const judged = ({ taking, campaign, memberships, taken }: Given) =>
  judgeCampaign(taking, campaign, memberships, catalog, taken);

const faults = (step: CampaignStep): [reason: string, spoil: (given: Given) => void][] => [
  [
    'unknown_campaign',
    given => {
      given.campaign.archived = true;
    },
  ],
  [
    'not_a_member',
    given => {
      given.memberships[0]!.programId = 'others';
    },
  ],
  [
    'no_live_series',
    given => {
      given.taking.judgedAs = at('2026-12-02T00:00:00Z');
    },
  ],
  [
    'campaign_not_running',
    given => {
      given.taking.occurredAt = given.campaign.endsAt;
    },
  ],
  [step === 'join' ? 'already_joined' : 'already_completed', given => void given.taken.add(step)],
  [
    'zero_points',
    given => {
      given.campaign.joinPoints = 0;
      given.campaign.completionPoints = 0;
    },
  ],
];

const reasonOf = (verdict: ReturnType<typeof judgeCampaign>) => {
  if (verdict.kind === 'award') return null;
  return verdict.kind === 'record' ? 'zero_points' : verdict.reason;
};

describe.each(['join', 'completion'] as const)('judging a %s', step => {
  const subsets = Array.from({ length: 2 ** faults(step).length - 1 }, (_, bits) =>
    faults(step).filter((_, index) => ((bits + 1) >> index) & 1),
  );
  it.each(
    subsets.map(subset => [subset[0]![0], subset.map(([reason]) => reason).join(', '), subset] as const),
  )('2.13 the first reason that applies, %s, of %s', (first, _, subset) => {
    const given = good(step);
    for (const [, spoil] of subset) spoil(given);
    expect(reasonOf(judged(given))).toBe(first);
  });

  it('2.13 a campaign that there is not is unknown_campaign; somebody of no program not_a_member', () => {
    const { taking, memberships, taken } = good(step);
    expect(judgeCampaign(taking, undefined, memberships, catalog, taken)).toMatchObject({
      reason: 'unknown_campaign',
    });
    expect(judged({ ...good(step), memberships: [] })).toMatchObject({ reason: 'not_a_member' });
  });

  it('2.5 runs from its start until before its end', () => {
    const runsAt = (time: string) => {
      const given = good(step);
      given.taking.occurredAt = at(time);
      return judged(given).kind === 'award';
    };
    expect(runsAt('2026-10-31T23:59:59.999Z')).toBe(false);
    expect(runsAt('2026-11-01T00:00:00Z')).toBe(true);
    expect(runsAt('2026-11-19T23:59:59.999Z')).toBe(true);
    expect(runsAt('2026-11-20T00:00:00Z')).toBe(false);
  });

  it('2.19 runs or not at the event’s own time, whenever its ambassador came', () => {
    const given = good(step);
    given.memberships[0]!.from = at('2026-11-25T00:00:00Z');
    given.taking.judgedAs = at('2026-11-25T00:00:00Z');
    expect(judged(given).kind).toBe('award');
  });

  it('1.6 is quiet when accepted more than the brand’s days after it happened', () => {
    const given = good(step);
    given.taking.acceptedAt = at('2026-11-08T10:00:01Z');
    expect(judged(given)).toMatchObject({ quiet: true });
  });
});

describe('2.5 a campaign', () => {
  it('awards points on join, in the program of the time', () => {
    expect(judged(good())).toEqual({
      kind: 'award',
      points: 25,
      programId: 'crew',
      seriesId: 'climb',
      quiet: false,
      rule: {
        campaignId: 'spring',
        name: 'Spring',
        points: 25,
        startsAt: '2026-11-01T00:00:00.000Z',
        endsAt: '2026-11-20T00:00:00.000Z',
      },
      records: ['join'],
    });
  });

  it('awards points on completion, which records the join where there is none, without its points', () => {
    expect(judged(good('completion'))).toMatchObject({ points: 100, records: ['completion'] });
    const unjoined = { ...good('completion'), taken: new Set<CampaignStep>() };
    expect(judged(unjoined)).toMatchObject({ points: 100, records: ['join', 'completion'] });
  });

  it('2.12 records what is worth 0 points', () => {
    const given = good();
    given.campaign.joinPoints = 0;
    expect(judged(given)).toEqual({ kind: 'record', records: ['join'] });
    const unjoined = { ...good('completion'), taken: new Set<CampaignStep>() };
    unjoined.campaign.completionPoints = 0;
    expect(judged(unjoined)).toEqual({ kind: 'record', records: ['join', 'completion'] });
  });
});
