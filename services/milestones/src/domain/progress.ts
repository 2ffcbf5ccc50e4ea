import type { Tier } from '@cairn/contracts/tier';
import { type AfterCompletion, complete } from './completion.js';
import { type EntryEvent, markOf, type RowMark } from './entry.js';
import type { SeriesFields } from './series-draft.js';

/** Of a published version, what counting by it takes. */
export interface SeriesVersion {
  version: number;
  name: string;
  tiers: readonly Tier[];
  completion: SeriesFields['completion'];
}

/** A version whose publishing unlocks at once for those who then meet a threshold (3.8), not yet done for everybody. */
export interface RetroactivePublish extends SeriesVersion {
  /** The cause of what it unlocks. */
  by: RowMark;
  /** Whoever is at the top already is promoted too: the version made it the top, or made the top promote. */
  promotesTop: boolean;
  /** Published in the pause that lasts: it comes with the resume (3.2). */
  waits: boolean;
}

/** What the fold must know of a series: its current version and whether it may unlock now. */
export interface SeriesNow extends SeriesVersion {
  id: string;
  programIds: readonly string[];
  /** Paused until somebody resumes or ends it, or its end is carried out, whatever the clock says. */
  phase: 'running' | 'paused' | 'ended';
  /** Ascending. */
  retroactive: readonly RetroactivePublish[];
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
  /** Retroactive publishes up to this version are behind: by it its last row unlocked, or it came itself. */
  version: number;
  /** The phase in which its last row was counted. */
  phase: SeriesNow['phase'];
}

/** A tier reached; `points` is the progress that reached it, `by` the row or the publish. */
export interface Unlock {
  /** The version by which it was reached. */
  version: number;
  seriesName: string;
  cycle: number;
  tier: Tier;
  nextTier: Tier | null;
  points: number;
  unlockedAt: string;
  by: RowMark;
}

/** What came between two rows and changed progress. */
export interface Settled {
  kind: 'resume' | 'retroactive';
  version: number;
}

/** What one row did, a resume or a retroactive publish. */
export interface Step {
  progress: Progress;
  unlocks: Unlock[];
  /** The top of a series that promotes was reached (3.7). */
  promotion: { programId: string; by: RowMark } | null;
  /** What came before the row, in order. */
  settled: Settled[];
}

/** Everybody begins a series at 0 (2.17). */
export const beginning: Progress = {
  cycle: 1,
  points: 0,
  pending: 0,
  unlocked: [],
  collected: null,
  version: 1,
  phase: 'running',
};

/** Cycles that one row may finish (3.7); the rest is progress of the next, which unlocks with the next row. */
const mostCycles = 100;

/**
 * Counts one ledger row in its series (3.4) and unlocks what it reaches, ascending, each tier once a cycle (3.5);
 * before that, what was due before it ({@link settle}). An unlocked tier stays unlocked however far progress falls. A
 * paused series collects; after the end only what adds points unlocks (3.10).
 * @param at the instant of processing, RFC 3339: when the tiers unlock.
 */
export function applyEntry(before: Progress, entry: EntryEvent, series: SeriesNow, at: string): Step {
  const due = settle(before, series, at);
  const { availableDelta, pendingDelta } = entry.data;
  const progress: Progress = {
    ...due.progress,
    points: due.progress.points + availableDelta,
    pending: due.progress.pending + pendingDelta,
    phase: series.phase,
  };
  const adds = availableDelta > 0;
  if (series.phase === 'paused')
    return { ...due, progress: adds ? collect(progress, markOf(entry)) : progress };
  const current = { ...progress, version: series.version };
  if (series.phase === 'ended' && !adds) return { ...due, progress: current };
  return after(due, climb(current, markOf(entry), series, at));
}

/**
 * What is due to an ambassador before their next row, whoever comes first, a job or that row, with the same unlocks, and
 * a second time none: the resume, which unlocks what rows reached in the pause, ascending (3.2; an end resumes first),
 * then retroactive publishes (3.8). In a pause only a publish from before it, for which it was reached late.
 */
export function settle(before: Progress, series: SeriesNow, at: string): Step {
  let step: Step = { progress: before, unlocks: [], promotion: null, settled: [] };
  const { collected } = before;
  if (collected !== null && series.phase !== 'paused') {
    step = after(step, climb({ ...before, collected: null }, collected, series, at));
    step = { ...step, settled: [{ kind: 'resume', version: series.version }] };
  }
  for (const publish of series.retroactive) {
    if (publish.waits) break;
    if (step.progress.version < publish.version) step = settlePublish(step, publish, at);
  }
  return step;
}

function settlePublish(step: Step, publish: RetroactivePublish, at: string): Step {
  const { version, by, promotesTop } = publish;
  const climbed = climb({ ...step.progress, version }, by, publish, at, promotesTop);
  return { ...after(step, climbed), settled: [...step.settled, { kind: 'retroactive', version }] };
}

function collect(progress: Progress, row: RowMark): Progress {
  return { ...progress, collected: { ...row, quiet: row.quiet && (progress.collected?.quiet ?? true) } };
}

type Climbed = Omit<Step, 'settled'>;

function after(step: Step, { progress, unlocks, promotion }: Climbed): Step {
  return {
    progress,
    unlocks: [...step.unlocks, ...unlocks],
    promotion: step.promotion ?? promotion,
    settled: step.settled,
  };
}

/**
 * Unlocks what progress reaches, and completes cycles as long as it stands at the top: with the last tier now, or with
 * one that was unlocked before and became the last, or the last to repeat, by a later version (3.8).
 * @param promotesTop whether somebody at the top already is promoted too.
 */
function climb(
  start: Progress,
  by: RowMark,
  series: SeriesVersion,
  at: string,
  promotesTop = false,
): Climbed {
  const unlocks: Unlock[] = [];
  let progress = start;
  const last = series.tiers.at(-1)!;
  for (let finished = 0; finished < mostCycles; finished++) {
    const reached = reachedTiers(progress, series, by, at);
    unlocks.push(...reached);
    if (reached.length > 0)
      progress = { ...progress, unlocked: [...progress.unlocked, ...reached.map(asUnlocked)] };
    if (progress.points < last.threshold) break;
    const next: AfterCompletion = complete(series.completion, progress, last.threshold);
    if (next.kind === 'stay') break;
    if (next.kind === 'promote') {
      const isTop = promotesTop || reached.some(unlock => unlock.tier === last);
      return { progress, unlocks, promotion: isTop ? { programId: next.programId, by } : null };
    }
    progress = { ...progress, cycle: next.cycle, points: next.points, unlocked: [] };
  }
  return { progress, unlocks, promotion: null };
}

function reachedTiers(progress: Progress, series: SeriesVersion, by: RowMark, unlockedAt: string): Unlock[] {
  const had = new Set(progress.unlocked.map(tier => tier.tierId));
  return series.tiers.flatMap((tier, index) =>
    progress.points >= tier.threshold && !had.has(tier.id)
      ? [
          {
            version: series.version,
            seriesName: series.name,
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
