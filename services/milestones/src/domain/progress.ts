import type { Tier } from '@cairn/contracts/tier';
import { type AfterCompletion, complete } from './completion.js';
import { type EntryEvent, markOf, type RowMark } from './entry.js';
import type { SeriesFields } from './series-draft.js';

/** What the fold must know of a series: its current version and whether it may unlock now. */
export interface SeriesNow {
  id: string;
  version: number;
  name: string;
  programIds: readonly string[];
  tiers: readonly Tier[];
  completion: SeriesFields['completion'];
  /** Paused until somebody resumes or ends it, or its end is carried out, whatever the clock says. */
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
  /**
   * Set while rows that added points in a pause wait for the resume (3.2): the last of them, which is the cause of what
   * unlocks then; quiet where all of them are.
   */
  collected: RowMark | null;
}

/** A tier reached; `points` is the progress that reached it, `by` the row. */
export interface Unlock {
  cycle: number;
  tier: Tier;
  nextTier: Tier | null;
  points: number;
  unlockedAt: string;
  by: RowMark;
}

/** What one row did, or the resume. */
export interface Step {
  progress: Progress;
  unlocks: Unlock[];
  /** The last tier of a series that promotes was unlocked (3.7). */
  promotion: { programId: string; by: RowMark } | null;
}

/** Everybody begins a series at 0 (2.17). */
export const beginning: Progress = { cycle: 1, points: 0, pending: 0, unlocked: [], collected: null };

/** Cycles that one row may finish (3.7); the rest is progress of the next, which unlocks with the next row. */
const mostCycles = 100;

/**
 * Counts one ledger row in its series (3.4) and unlocks what it reaches, ascending, each tier once a cycle (3.5);
 * before that, what a pause held back. An unlocked tier stays unlocked however far progress falls. A paused series
 * collects; after the end only what adds points unlocks (3.10).
 * @param at the instant of processing, RFC 3339: when the tiers unlock.
 */
export function applyEntry(before: Progress, entry: EntryEvent, series: SeriesNow, at: string): Step {
  const settled = settle(before, series, at);
  const { availableDelta, pendingDelta } = entry.data;
  const progress: Progress = {
    ...settled.progress,
    points: settled.progress.points + availableDelta,
    pending: settled.progress.pending + pendingDelta,
  };
  const adds = availableDelta > 0;
  if (series.phase === 'paused')
    return { ...settled, progress: adds ? collect(progress, markOf(entry)) : progress };
  if (series.phase === 'ended' && !adds) return { ...settled, progress };
  const climbed = climb(progress, markOf(entry), series, at);
  return {
    progress: climbed.progress,
    unlocks: [...settled.unlocks, ...climbed.unlocks],
    promotion: settled.promotion ?? climbed.promotion,
  };
}

/**
 * The resume, for one ambassador: unlocks what rows reached in the pause, ascending (3.2); an end resumes first, so it
 * does so too. Whether it comes by itself or with the next row, it gives the same unlocks, and a second time none.
 */
export function settle(before: Progress, series: SeriesNow, at: string): Step {
  const { collected } = before;
  if (collected === null || series.phase === 'paused')
    return { progress: before, unlocks: [], promotion: null };
  return climb({ ...before, collected: null }, collected, series, at);
}

function collect(progress: Progress, row: RowMark): Progress {
  return { ...progress, collected: { ...row, quiet: row.quiet && (progress.collected?.quiet ?? true) } };
}

/** Unlocks what progress reaches, and completes cycles as long as the last tier is among it. */
function climb(start: Progress, by: RowMark, series: SeriesNow, at: string): Step {
  const unlocks: Unlock[] = [];
  let progress = start;
  for (let finished = 0; finished < mostCycles; finished++) {
    const reached = reachedTiers(progress, series, by, at);
    if (reached.length === 0) break;
    unlocks.push(...reached);
    progress = { ...progress, unlocked: [...progress.unlocked, ...reached.map(asUnlocked)] };
    const last = series.tiers.at(-1)!;
    if (!reached.some(unlock => unlock.tier === last)) break;
    const after: AfterCompletion = complete(series.completion, progress, last.threshold);
    if (after.kind === 'promote') return { progress, unlocks, promotion: { programId: after.programId, by } };
    if (after.kind === 'stay') break;
    progress = { ...progress, cycle: after.cycle, points: after.points, unlocked: [] };
  }
  return { progress, unlocks, promotion: null };
}

function reachedTiers(progress: Progress, series: SeriesNow, by: RowMark, unlockedAt: string): Unlock[] {
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
            by,
          },
        ]
      : [],
  );
}

function asUnlocked({ tier, unlockedAt }: Unlock): UnlockedTier {
  return { tierId: tier.id, threshold: tier.threshold, unlockedAt };
}
