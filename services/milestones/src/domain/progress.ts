import type { CompletionInput } from '@cairn/contracts/http/series';
import type { Tier } from '@cairn/contracts/tier';
import type { Entry } from './entry.js';

/** What the fold must know of a series: its current version and whether it may unlock now. */
export interface SeriesNow {
  id: string;
  version: number;
  name: string;
  tiers: readonly Tier[];
  completion: CompletionInput;
  phase: 'running' | 'paused' | 'ended';
}

export interface UnlockedTier {
  tierId: string;
  /** The threshold it was unlocked at, in points. */
  threshold: number;
  /** RFC 3339. */
  unlockedAt: string;
}

/** An ambassador in a series (3.4): points of the current cycle, pending over all cycles. */
export interface Progress {
  cycle: number;
  points: number;
  pending: number;
  /** In the current cycle, in the order in which they unlocked. */
  unlocked: readonly UnlockedTier[];
}

/** A tier reached; `points` is the progress that reached it. */
export interface Unlock {
  cycle: number;
  tier: Tier;
  nextTier: Tier | null;
  points: number;
  unlockedAt: string;
}

/** Everybody begins a series at 0 (2.17). */
export const beginning: Progress = { cycle: 1, points: 0, pending: 0, unlocked: [] };

/**
 * Counts one ledger row in its series (3.4) and unlocks what it reaches, ascending, each tier once a cycle (3.5).
 * An unlocked tier stays unlocked however far progress falls.
 * @param at the instant of processing, RFC 3339: when the tiers unlock.
 */
export function applyEntry(
  before: Progress,
  entry: Entry,
  series: SeriesNow,
  at: string,
): { progress: Progress; unlocks: Unlock[] } {
  let progress: Progress = {
    ...before,
    points: before.points + entry.availableDelta,
    pending: before.pending + entry.pendingDelta,
  };
  const unlocks: Unlock[] = [];
  if (!mayUnlock(series, entry)) return { progress, unlocks };
  for (;;) {
    const reached = reachedTiers(progress, series, at);
    unlocks.push(...reached);
    const unlocked = { ...progress, unlocked: [...progress.unlocked, ...reached.map(asUnlocked)] };
    const last = series.tiers.at(-1);
    progress = reached.some(unlock => unlock.tier === last) ? completed(unlocked, series) : unlocked;
    if (progress.cycle === unlocked.cycle) return { progress, unlocks };
  }
}

/** A paused series collects and unlocks at the resume (3.2); after the end only what adds points unlocks (3.10). */
function mayUnlock(series: SeriesNow, entry: Entry): boolean {
  if (series.phase === 'paused') return false;
  return series.phase === 'running' || entry.availableDelta > 0;
}

function reachedTiers(progress: Progress, series: SeriesNow, unlockedAt: string): Unlock[] {
  const had = new Set(progress.unlocked.map(tier => tier.tierId));
  return series.tiers.flatMap((tier, index) =>
    progress.points >= tier.threshold && !had.has(tier.id)
      ? [
          {
            cycle: progress.cycle,
            tier,
            nextTier: series.tiers[index + 1] ?? null,
            points: progress.points,
            unlockedAt,
          },
        ]
      : [],
  );
}

function asUnlocked({ tier, unlockedAt }: Unlock): UnlockedTier {
  return { tierId: tier.id, threshold: tier.threshold, unlockedAt };
}

/** The last tier was unlocked (3.7). A completion that begins a cycle answers it, and the fold goes on in it. */
function completed(progress: Progress, series: SeriesNow): Progress {
  switch (series.completion.kind) {
    case 'stay':
      return progress;
  }
}
