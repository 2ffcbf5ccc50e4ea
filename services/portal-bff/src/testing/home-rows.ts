import type { Tier } from '@cairn/contracts/tier';
import type {
  ActionState,
  CampaignState,
  GrantState,
  HomeRows,
  ProgressState,
  ReceiptState,
  SeriesState,
} from '../domain/home/rows.js';

export const ids = {
  brand: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a00',
  ambassador: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01',
  program: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02',
  series: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a03',
  otherProgram: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a12',
} as const;

export const now = new Date('2026-11-20T12:00:00.000Z');

/** The tiers of domain.md 3's worked example. */
const tiers: Tier[] = [
  tierOf('a4', 'Bronze', 250, 'bronze'),
  tierOf('a5', 'Silver', 500, 'silver'),
  tierOf('a6', 'Gold', 1000, 'gold'),
];

function tierOf(end: string, name: string, threshold: number, preset: 'bronze' | 'silver' | 'gold'): Tier {
  return {
    id: `0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a${end}`.slice(0, 36),
    name,
    threshold,
    medal: { preset },
    description: `${name} people`,
    email: null,
    rewards: [{ type: 'discount_code', source: 'shopify', percent: threshold / 50 }],
  };
}

export function seriesState(change: Partial<SeriesState> = {}): SeriesState {
  return {
    seriesId: ids.series,
    version: 1,
    name: 'Climb',
    category: 'referral',
    programIds: [ids.program],
    status: 'live',
    live: [{ from: '2026-01-01T00:00:00.000Z', to: null }],
    endsAt: null,
    completion: { kind: 'stay' },
    tiers,
    ...change,
  };
}

/** Progress of `points` with the first `unlocked` tiers unlocked at eleven. */
export function progressState(points: number, unlocked: number, change: Partial<ProgressState> = {}) {
  return {
    ambassadorId: ids.ambassador,
    seriesId: ids.series,
    seriesVersion: 1,
    cycle: 1,
    points,
    pending: 0,
    unlocked: tiers.slice(0, unlocked).map(tier => ({
      tierId: tier.id,
      unlockedAt: '2026-11-20T11:00:00.000Z',
      deficit: Math.max(0, tier.threshold - points),
    })),
    seq: 1,
    version: 7,
    ...change,
  };
}

export function receiptState(change: Partial<ReceiptState> = {}): ReceiptState {
  return {
    eventId: 'evt-1',
    ambassadorId: ids.ambassador,
    activity: 'referral.sale',
    status: 'awarded',
    reason: null,
    points: 19,
    entryId: null,
    subject: null,
    order: { id: 'o1', netAmount: 19999, currency: 'USD' },
    occurredAt: '2026-11-20T10:00:00.000Z',
    at: '2026-11-20T10:00:01.000Z',
    availableAt: null,
    ...change,
  };
}

export function actionState(change: Partial<ActionState> = {}): ActionState {
  return {
    actionId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a11',
    programId: ids.program,
    category: 'social_post',
    name: 'Post a story',
    points: 40,
    limit: { count: 3, per: 'week' },
    review: 'none',
    disclosureRequired: true,
    archived: false,
    used: 1,
    ...change,
  };
}

export function campaignState(change: Partial<CampaignState> = {}): CampaignState {
  return {
    campaignId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a22',
    programIds: [ids.program],
    name: 'Spring',
    joinPoints: 25,
    completionPoints: 100,
    startsAt: '2026-11-01T00:00:00.000Z',
    endsAt: '2026-12-01T00:00:00.000Z',
    archived: false,
    steps: [],
    ...change,
  };
}

export function grantState(change: Partial<GrantState> = {}): GrantState {
  return {
    grantId: '1c6b2f4e-9dc0-51d1-b245-5ffdce74fad2',
    unlockId: '0b5a1f3e-9dc0-51d1-b245-5ffdce74fad2',
    ambassadorId: ids.ambassador,
    seriesId: ids.series,
    tier: { id: tiers[0]!.id, name: 'Bronze' },
    cycle: 1,
    reward: { type: 'discount_code', source: 'shopify', percent: 5, minSubtotal: 2000 },
    status: 'issued',
    heldBecause: null,
    code: 'CAIRN-7QF2-9KXM-3TVD',
    expiresAt: null,
    orderName: null,
    fulfilledAt: null,
    note: null,
    tracking: null,
    problem: 'the shop’s own words',
    at: '2026-11-20T11:00:01.000Z',
    ...change,
  };
}

export function homeRows(change: Partial<HomeRows> = {}): HomeRows {
  return {
    version: { epoch: 1_764_000_000_000, own: 40, brand: 2, unlock: 0, reward: 0 },
    acceptedAt: null,
    brand: {
      name: 'Rosewood',
      slug: 'rosewood',
      accent: '#7a4d2b',
      landingUrl: 'https://rosewood.example/',
      currency: 'USD',
      currencyExponent: 2,
      timezone: 'America/New_York',
      disclosureTags: ['#ad'],
    },
    ambassador: {
      id: ids.ambassador,
      brandId: ids.brand,
      name: 'Ada',
      code: 'ADA7QF2',
      link: 'https://links.example.com/r/ADA7QF2',
      timezone: null,
      memberships: [{ programId: ids.program, from: '2026-10-01T00:00:00.000Z', to: null }],
    },
    programs: [
      { id: ids.program, name: 'Friends' },
      { id: ids.otherProgram, name: 'Insiders' },
    ],
    series: [seriesState()],
    rules: [{ programId: ids.program, rule: { mode: 'fixed', rate: '0.25' } }],
    actions: [],
    campaigns: [],
    progress: [],
    balance: null,
    activity: [],
    grants: [],
    ...change,
  };
}
