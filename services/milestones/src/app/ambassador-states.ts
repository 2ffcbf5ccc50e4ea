import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { EntryEvent } from '../domain/entry.js';
import type { AmbassadorState } from '../domain/ledger-stream.js';
import type { SeriesNow } from '../domain/progress.js';
import { parkedEntries } from '../out/postgres/parked-entries.js';
import { lockPositions, type Position } from '../out/postgres/positions.js';
import { type ProgressKey, progressOf } from '../out/postgres/progress.js';
import { holdSeries } from '../out/postgres/series-gate.js';
import { seriesNow } from '../out/postgres/series-now.js';

export interface AmbassadorKey {
  brandId: string;
  ambassadorId: string;
}

export interface LockedStates {
  states: { position: Position; state: AmbassadorState }[];
  /** By id; each belongs to its `brandId`. */
  series: ReadonlyMap<string, SeriesNow & { brandId: string }>;
}

/**
 * Locks ambassadors in id order, then holds their series as they are, and loads what the rules need of both, in the
 * caller's transaction.
 * @param of each ambassador at most once.
 * @param touching what will be looked at beside the rows that are parked.
 */
export async function lockStates(
  sql: Sql,
  of: readonly AmbassadorKey[],
  touching: readonly ProgressKey[],
  now: string,
): Promise<LockedStates> {
  const [positions, parked] = await Promise.all([lockPositions(sql, of), parkedEntries(sql, of)]);
  const wanted = distinct([...touching, ...progressKeys(parked)]);
  const held = holdSeries(sql, [...new Set(wanted.map(key => key.seriesId))]);
  const [series, rows] = await Promise.all([seriesNow(sql, wanted, now), progressOf(sql, wanted), held]);
  const progress = Map.groupBy(rows, keyOf);
  const waiting = Map.groupBy(parked, event => keyOf({ brandId: event.brandid, ...event.data }));
  const states = positions.map(position => {
    const key = keyOf(position);
    const known = new Map((progress.get(key) ?? []).map(row => [row.seriesId, row.progress]));
    return { position, state: { seq: position.seq, progress: known, parked: waiting.get(key) ?? [] } };
  });
  return { states, series };
}

/** The (ambassador, series) of rows that count somewhere. */
export function progressKeys(events: readonly EntryEvent[]): ProgressKey[] {
  return events.flatMap(({ brandid: brandId, data: { ambassadorId, seriesId } }) =>
    seriesId === null ? [] : [{ brandId, ambassadorId, seriesId }],
  );
}

export function keyOf({ brandId, ambassadorId }: AmbassadorKey): string {
  return `${brandId}:${ambassadorId}`;
}

function distinct(keys: readonly ProgressKey[]): ProgressKey[] {
  return [...new Map(keys.map(key => [`${keyOf(key)}:${key.seriesId}`, key])).values()];
}
