import type { HomeState } from '@cairn/contracts/http/home';
import type { SeriesView } from '@cairn/contracts/http/series';
import type { Reward } from '@cairn/contracts/reward';
import { composeHome } from './compose-home.js';
import type { GrantState, HomeRows, ProgressState, SeriesState } from './rows.js';

/** What a preview needs beside the series itself. */
export type PreviewRows = Pick<HomeRows, 'brand' | 'programs' | 'rules' | 'actions' | 'campaigns'>;

/** The ambassador of every preview. */
const somebody = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Alex Example',
  code: 'ALEX',
  link: 'https://example.com/r/ALEX',
};

/** As many cycles as one entry may finish (domain.md 3.7). */
const mostCycles = 100;

/**
 * The home of an ambassador who has just earned so many points in a series as it is drafted (domain.md 3.9), composed as
 * every home is. Dates of the draft are left aside: it is shown as if it were live.
 */
export function previewHome(rows: PreviewRows, draft: SeriesView, points: number, now: Date): HomeState {
  const at = now.toISOString();
  const series = liveOf(draft, at);
  const progress = progressAt(series, points, at);
  const programId = series.programIds[0]!;
  return composeHome(
    {
      ...rows,
      version: { epoch: 0, own: 0, brand: 0, unlock: 0, reward: 0 },
      acceptedAt: null,
      ambassador: {
        ...somebody,
        brandId: somebody.id,
        timezone: null,
        memberships: [{ programId, from: at, to: null }],
      },
      series: [series],
      progress: [{ ...progress, version: 1 }],
      balance: { available: points, pending: 0, pendingUntil: null, version: 1 },
      activity: [],
      grants: grantsOf(series, progress, at),
    },
    now,
  );
}

function liveOf(draft: SeriesView, at: string): SeriesState {
  return {
    seriesId: draft.id,
    version: Math.max(1, draft.version),
    name: draft.name,
    category: draft.category,
    programIds: draft.programIds,
    status: 'live',
    live: [{ from: at, to: null }],
    endsAt: null,
    completion: draft.completion,
    tiers: draft.tiers,
  };
}

/** Where one entry of so many points leads from the beginning (3.5, 3.7). */
function progressAt(series: SeriesState, points: number, at: string): ProgressState {
  const { completion, tiers } = series;
  const top = tiers.at(-1)?.threshold ?? Number.POSITIVE_INFINITY;
  const cycles = completion.kind === 'repeat' ? (completion.maxCycles ?? Number.POSITIVE_INFINITY) : 1;
  let cycle = 1;
  let left = points;
  while (completion.kind === 'repeat' && left >= top && cycle < cycles && cycle <= mostCycles) {
    left = completion.carryOver ? left - top : 0;
    cycle++;
  }
  // What is left after so many cycles unlocks with the next entry.
  const unlocks = cycle <= mostCycles;
  return {
    ambassadorId: somebody.id,
    seriesId: series.seriesId,
    seriesVersion: series.version,
    cycle,
    points: left,
    pending: 0,
    unlocked: tiers
      .filter(tier => unlocks && left >= tier.threshold)
      .map(tier => ({ tierId: tier.id, unlockedAt: at, deficit: 0 })),
    seq: 1,
  };
}

/** The rewards of what is unlocked in the cycle that runs, as they look once they are there; the highest tier first. */
function grantsOf(series: SeriesState, progress: ProgressState, at: string): GrantState[] {
  const unlocked = new Set(progress.unlocked.map(unlock => unlock.tierId));
  return series.tiers
    .filter(tier => unlocked.has(tier.id))
    .toReversed()
    .flatMap(tier =>
      tier.rewards.map((reward, ordinal) => ({
        grantId: `${String(ordinal).padStart(8, '0')}${tier.id.slice(8)}`,
        unlockId: tier.id,
        ambassadorId: somebody.id,
        seriesId: series.seriesId,
        tier: { id: tier.id, name: tier.name },
        cycle: progress.cycle,
        reward,
        heldBecause: null,
        expiresAt: null,
        fulfilledAt: null,
        note: null,
        tracking: null,
        problem: null,
        at,
        ...madeOf(reward),
      })),
    );
}

function madeOf(reward: Reward): Pick<GrantState, 'status' | 'code' | 'orderName'> {
  switch (reward.type) {
    case 'discount_code':
      return { status: 'issued', code: 'YOUR-CODE-HERE', orderName: null };
    case 'shopify_product':
      return reward.choice === true
        ? { status: 'claimable', code: null, orderName: null }
        : { status: 'ordered', code: null, orderName: null };
    case 'manual_product':
    case 'custom':
      return { status: 'needs_fulfilment', code: null, orderName: null };
  }
}
