import type { EntryEvent } from './entry.js';
import type { Turn, UnlockInSeries } from './ledger-stream.js';
import {
  applyEntry,
  beginning,
  type Progress,
  type RetroactivePublish,
  type SeriesVersion,
  type Step,
  settle,
} from './progress.js';

/** What a version was; `publish` where its publishing was retroactive. */
export interface KnownVersion extends SeriesVersion {
  publish: Pick<RetroactivePublish, 'by' | 'promotesTop'> | null;
}

export interface Rebuilt {
  progress: Map<string, Progress>;
  unlocks: UnlockInSeries[];
}

/** The stream lacks a row, or the tables a version. */
export class CannotRebuild extends Error {}

/** Nothing of a rebuild is compared by when it was. */
const at = '';

/**
 * Counts one ambassador's ledger again from its first row, by the functions that count every row, each under the version
 * and phase that it was counted under then (ADR 40).
 * @param entries ascending, without gaps, up to the row that is compared.
 * @param turns as they were recorded, in order, up to that row.
 * @throws CannotRebuild
 */
export function rebuild(
  entries: readonly EntryEvent[],
  turns: readonly Turn[],
  versionOf: (seriesId: string, version: number) => KnownVersion | undefined,
): Rebuilt {
  const rebuilt: Rebuilt = { progress: new Map(), unlocks: [] };
  let next = 0;
  const takeTurns = (isDue: (turn: Turn) => boolean) => {
    for (; next < turns.length && isDue(turns[next]!); next++) takeTurn(rebuilt, turns[next]!, versionOf);
  };
  entries.forEach((entry, index) => {
    const { seq, seriesId } = entry.data;
    if (seq !== index + 1) throw new CannotRebuild(`row ${index + 1} is not in the stream`);
    takeTurns(turn => turn.seq < seq || (turn.seq === seq && turn.kind === 'row'));
    if (seriesId === null) return;
    const before = rebuilt.progress.get(seriesId) ?? beginning;
    const version = known(versionOf, seriesId, before.version);
    const { phase } = before;
    keep(
      rebuilt,
      seriesId,
      applyEntry(before, entry, { ...version, id: seriesId, programIds: [], phase, retroactive: [] }, at),
    );
  });
  takeTurns(() => true);
  return rebuilt;
}

function takeTurn(
  rebuilt: Rebuilt,
  { seriesId, kind, version: number, phase }: Turn,
  versionOf: (seriesId: string, version: number) => KnownVersion | undefined,
): void {
  const before = rebuilt.progress.get(seriesId) ?? beginning;
  if (kind === 'row') {
    rebuilt.progress.set(seriesId, { ...before, version: number, phase });
    return;
  }
  const { publish, ...version } = known(versionOf, seriesId, number);
  const series = { ...version, id: seriesId, programIds: [] };
  if (kind === 'resume') {
    keep(rebuilt, seriesId, settle(before, { ...series, phase, retroactive: [] }, at));
    return;
  }
  if (publish === null)
    throw new CannotRebuild(`version ${number} of series ${seriesId} was not retroactive`);
  const retroactive = [{ ...version, ...publish, waits: false }];
  // As if paused: what a pause collected has a turn of its own.
  keep(rebuilt, seriesId, settle(before, { ...series, phase: 'paused', retroactive }, at));
}

function keep(rebuilt: Rebuilt, seriesId: string, { progress, unlocks }: Step): void {
  rebuilt.progress.set(seriesId, progress);
  rebuilt.unlocks.push(...unlocks.map(unlock => ({ ...unlock, seriesId })));
}

function known(
  versionOf: (seriesId: string, version: number) => KnownVersion | undefined,
  seriesId: string,
  version: number,
): KnownVersion {
  const found = versionOf(seriesId, version);
  if (found === undefined) throw new CannotRebuild(`series ${seriesId} has no version ${version} here`);
  return found;
}
