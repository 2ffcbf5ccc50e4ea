import { CannotRebuild, type KnownVersion, type Rebuilt, rebuild } from '../../domain/rebuild.js';
import type { Copied, LiveProgress, LiveUnlock, Target } from '../../out/postgres/rebuild-tables.js';

/** Something of an ambassador that is otherwise in the live tables than the stream makes it; undefined: not there. */
export interface Difference {
  ambassadorId: string;
  what: string;
  live: unknown;
  rebuilt: unknown;
}

/** Counts an ambassador again and holds it against what was copied of the live tables. */
export function compare(
  { ambassadorId, seq }: Target,
  { entries, turns, progress, unlocks }: Copied,
  versionOf: (seriesId: string, version: number) => KnownVersion | undefined,
): Difference[] {
  if (entries.length !== seq)
    return [{ ambassadorId, what: 'rows of the ledger', live: seq, rebuilt: entries.length }];
  let rebuilt: Rebuilt;
  try {
    rebuilt = rebuild(entries, turns, versionOf);
  } catch (error) {
    if (!(error instanceof CannotRebuild)) throw error;
    return [{ ambassadorId, what: error.message, live: undefined, rebuilt: undefined }];
  }
  return [
    ...differences(
      new Map(progress.map(row => [`progress in series ${row.seriesId}`, shownProgress(row)])),
      new Map(
        [...rebuilt.progress].map(([seriesId, of]) => [
          `progress in series ${seriesId}`,
          shownProgress({ ...of, seriesId, waitsFor: of.collected?.entryId ?? null }),
        ]),
      ),
    ),
    ...differences(
      new Map(unlocks.map(row => [nameOf(row), shownUnlock(row)])),
      new Map(
        rebuilt.unlocks.map(({ tier, by, ...unlock }) => {
          const row = { ...unlock, tierId: tier.id, threshold: tier.threshold, entryId: by.entryId };
          return [nameOf(row), shownUnlock(row)];
        }),
      ),
    ),
  ].map(difference => ({ ambassadorId, ...difference }));
}

function differences(live: ReadonlyMap<string, string>, rebuilt: ReadonlyMap<string, string>) {
  return [...new Set([...live.keys(), ...rebuilt.keys()])]
    .filter(what => live.get(what) !== rebuilt.get(what))
    .map(what => ({ what, live: live.get(what), rebuilt: rebuilt.get(what) }));
}

function shownProgress({ cycle, points, pending, waitsFor }: LiveProgress): string {
  return `cycle ${cycle}, ${points} points, ${pending} pending, ${waitsFor === null ? 'nothing waits' : `row ${waitsFor} waits`}`;
}

function nameOf({ seriesId, cycle, tierId }: Pick<LiveUnlock, 'seriesId' | 'cycle' | 'tierId'>): string {
  return `tier ${tierId} in cycle ${cycle} of series ${seriesId}`;
}

function shownUnlock({ version, threshold, entryId }: LiveUnlock): string {
  return `unlocked at ${threshold} by version ${version}, ${entryId === null ? 'by its publish' : `by row ${entryId}`}`;
}
