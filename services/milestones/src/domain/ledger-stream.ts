import { isUnderAsBefore } from './deficit.js';
import { type EntryEvent, markOf, type RowMark } from './entry.js';
import {
  applyEntry,
  beginning,
  type Progress,
  type SeriesNow,
  type Settled,
  type Step,
  settle,
  type Unlock,
} from './progress.js';

/** One ambassador as this service knows them. */
export interface AmbassadorState {
  /** The last ledger row applied; 0 before the first. */
  seq: number;
  /** Progress by series id. */
  progress: ReadonlyMap<string, Progress>;
  /** Rows that wait for one before them, or for their series. */
  parked: readonly EntryEvent[];
}

export interface UnlockInSeries extends Unlock {
  seriesId: string;
}

/** The top of a series was reached that promotes into `programId` (3.7). */
export interface Promotion {
  seriesId: string;
  programId: string;
  by: RowMark;
}

/**
 * How rows were counted, where that is not as with the row before; or what came between rows. For a rebuild, which counts
 * again as was counted (ADR 40).
 */
export interface Turn {
  seriesId: string;
  /** The row from which on it holds, or after which it came. */
  seq: number;
  kind: 'row' | Settled['kind'];
  version: number;
  phase: SeriesNow['phase'];
}

/**
 * Progress as it stood between two rows of one call, told because the next one puts it under a tier or back: rewards are
 * held for a deficit however short it was (3.6), so it must be seen whatever the chunks.
 */
export interface Moment {
  seriesId: string;
  progress: Progress;
  /** The row after which it stood so. */
  by: RowMark;
  seq: number;
  /** How many of the series' unlocks had come by then. */
  unlocked: number;
}

export interface Applied {
  state: AmbassadorState;
  unlocks: UnlockInSeries[];
  /** In the order in which they came about. */
  promotions: Promotion[];
  /** The series whose published state changed, each with the last row that changed it. */
  touched: Map<string, RowMark>;
  /** States before the last of a series that are told too, ascending; mostly none. */
  moments: Moment[];
  turns: Turn[];
  /** Rows that had to be parked now, with why. */
  newlyParked: { event: EntryEvent; because: 'gap' | 'unknown_series' }[];
  /** `seq` of the parked rows that were applied now. */
  unparked: number[];
}

/**
 * Applies an ambassador's ledger rows in the order of the ledger (2.16): each row once, contiguously. What was seen is
 * dropped, what lies behind a gap or names a series that is not known is parked, and parked rows are applied as soon
 * as they follow. So any order, duplication and split of the same rows gives the same state and unlocks.
 */
export function applyLedger(
  before: AmbassadorState,
  incoming: readonly EntryEvent[],
  seriesOf: (seriesId: string) => SeriesNow | undefined,
  at: string,
): Applied {
  const waiting = new Map(before.parked.map(event => [event.data.seq, event]));
  for (const event of incoming) {
    if (event.data.seq > before.seq && !waiting.has(event.data.seq)) waiting.set(event.data.seq, event);
  }
  const progress = new Map(before.progress);
  const applied: Applied = {
    state: { seq: before.seq, progress, parked: [] },
    unlocks: [],
    promotions: [],
    touched: new Map(),
    moments: [],
    turns: [],
    newlyParked: [],
    unparked: [],
  };
  const wasParked = new Set(before.parked.map(event => event.data.seq));
  for (;;) {
    const event = waiting.get(applied.state.seq + 1);
    if (event === undefined || isUnknown(event, seriesOf)) break;
    applied.state.seq++;
    waiting.delete(applied.state.seq);
    if (wasParked.has(applied.state.seq)) applied.unparked.push(applied.state.seq);
    count(applied, progress, event, seriesOf, at);
  }
  const parked = [...waiting.values()].sort((a, b) => a.data.seq - b.data.seq);
  applied.state.parked = parked;
  applied.newlyParked = parked
    .filter(event => !wasParked.has(event.data.seq))
    .map(event => ({ event, because: event.data.seq === applied.state.seq + 1 ? 'unknown_series' : 'gap' }));
  return applied;
}

function isUnknown(event: EntryEvent, seriesOf: (seriesId: string) => SeriesNow | undefined): boolean {
  return event.data.seriesId !== null && seriesOf(event.data.seriesId) === undefined;
}

/**
 * What is due in a series to one ambassador whose next row has not come: the resume (3.2), retroactive publishes (3.8).
 * @param by of whose due work this is: the cause of the new state.
 * @returns undefined where nothing is due any more.
 */
export function applyDue(
  before: AmbassadorState,
  series: SeriesNow,
  at: string,
  by?: RowMark,
): Applied | undefined {
  const known = before.progress.get(series.id);
  if (known === undefined) return undefined;
  const step = settle(known, series, at);
  if (step.progress === known) return undefined;
  const progress = new Map(before.progress);
  const applied: Applied = {
    state: { ...before, progress },
    unlocks: [],
    promotions: [],
    touched: new Map(),
    moments: [],
    turns: [],
    newlyParked: [],
    unparked: [],
  };
  take(applied, progress, step, series, before.seq);
  const cause = by ?? known.collected;
  const isShown = step.unlocks.length > 0 || step.progress.cycle !== known.cycle;
  if (isShown && cause !== null) applied.touched.set(series.id, cause);
  return applied;
}

/** A row without a series counts in none (2.10). */
function count(
  applied: Applied,
  progress: Map<string, Progress>,
  event: EntryEvent,
  seriesOf: (seriesId: string) => SeriesNow | undefined,
  at: string,
): void {
  const { seriesId } = event.data;
  const series = seriesId === null ? undefined : seriesOf(seriesId);
  if (series === undefined) return;
  const before = progress.get(series.id) ?? beginning;
  const { seq } = event.data;
  const step = applyEntry(before, event, series, at);
  const untold = applied.touched.get(series.id);
  if (untold !== undefined && !isUnderAsBefore(before, step.progress, series.tiers)) {
    const unlocked = applied.unlocks.filter(unlock => unlock.seriesId === series.id).length;
    applied.moments.push({ seriesId: series.id, progress: before, by: untold, seq: seq - 1, unlocked });
  }
  take(applied, progress, step, series, seq - 1);
  const { version, phase } = step.progress;
  if (version !== before.version || phase !== before.phase)
    applied.turns.push({ seriesId: series.id, seq, kind: 'row', version, phase });
  applied.touched.set(series.id, markOf(event));
}

function take(
  applied: Applied,
  progress: Map<string, Progress>,
  step: Step,
  { id: seriesId, phase }: SeriesNow,
  seq: number,
): void {
  progress.set(seriesId, step.progress);
  applied.unlocks.push(...step.unlocks.map(unlock => ({ ...unlock, seriesId })));
  applied.turns.push(...step.settled.map(({ kind, version }) => ({ seriesId, seq, kind, version, phase })));
  if (step.promotion !== null) applied.promotions.push({ seriesId, ...step.promotion });
}
