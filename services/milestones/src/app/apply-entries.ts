import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { EntryEvent } from '../domain/entry.js';
import { type Applied, applyLedger } from '../domain/ledger-stream.js';
import type { Progress, SeriesNow } from '../domain/progress.js';
import { parkEntries, parkedEntries, unparkEntries } from '../out/postgres/parked-entries.js';
import { lockPositions, movePositions } from '../out/postgres/positions.js';
import {
  countParticipants,
  type ProgressKey,
  type ProgressRow,
  progressOf,
  saveProgress,
} from '../out/postgres/progress.js';
import { seriesNow } from '../out/postgres/series-now.js';
import { insertUnlocks } from '../out/postgres/unlocks.js';
import { announce } from './announce-progress.js';
import type { AppliedAmbassador } from './applied-ambassador.js';
import { unlockRow } from './unlock-ids.js';

/** A row that could not be applied yet, with why: an alarm. */
export type ParkedEntry = Applied['newlyParked'][number];

/**
 * Counts ledger rows in their series and unlocks tiers (domain.md 3.4 to 3.6), in the caller's transaction: locks the
 * ambassadors in id order, loads, decides in memory, writes set-based. Rows seen before change nothing.
 * @param at the instant of processing, when the tiers unlock.
 * @param shard the Kafka partition: its own counter of participants.
 * @returns the rows that had to be parked.
 */
export async function applyEntries(
  sql: Sql,
  events: readonly EntryEvent[],
  at: Date,
  shard: number,
): Promise<ParkedEntry[]> {
  const now = at.toISOString();
  const incoming = Map.groupBy(events, event => keyOf(event.brandid, event.data.ambassadorId));
  const ambassadors = [...incoming.values()].map(([event]) => ({
    brandId: event!.brandid,
    ambassadorId: event!.data.ambassadorId,
  }));
  const positions = await lockPositions(sql, ambassadors);
  const parked = await parkedEntries(sql, ambassadors);
  const wanted = progressKeys([...events, ...parked]);
  const series = await seriesNow(sql, wanted, now);
  const progress = Map.groupBy(await progressOf(sql, wanted), row => keyOf(row.brandId, row.ambassadorId));
  const waiting = Map.groupBy(parked, event => keyOf(event.brandid, event.data.ambassadorId));

  const results = positions.map(position => {
    const key = keyOf(position.brandId, position.ambassadorId);
    const known = new Map((progress.get(key) ?? []).map(row => [row.seriesId, row.progress]));
    const state = { seq: position.seq, progress: known, parked: waiting.get(key) ?? [] };
    const seriesOf = (id: string) => ofBrand(series.get(id), position.brandId);
    const applied = applyLedger(state, incoming.get(key)!, seriesOf, now);
    return { position, applied, newIn: [...applied.touched.keys()].filter(id => !known.has(id)) };
  });
  await save(sql, results, series, now, shard);
  return results.flatMap(({ applied }) => applied.newlyParked);
}

async function save(
  sql: Sql,
  results: readonly AppliedAmbassador[],
  series: ReadonlyMap<string, SeriesNow>,
  now: string,
  shard: number,
): Promise<void> {
  await movePositions(
    sql,
    results.map(({ position, applied }) => ({
      ...position,
      seq: applied.state.seq,
      revision: position.revision + applied.touched.size,
    })),
  );
  await saveProgress(sql, results.flatMap(progressRows));
  await insertUnlocks(
    sql,
    results.flatMap(({ position, applied }) =>
      applied.unlocks.map(unlock => unlockRow(position, unlock, series.get(unlock.seriesId)!)),
    ),
  );
  await countParticipants(
    sql,
    results.flatMap(({ newIn }) => newIn),
    shard,
  );
  await unparkEntries(
    sql,
    results.flatMap(({ position, applied }) => applied.unparked.map(seq => ({ ...position, seq }))),
  );
  await parkEntries(
    sql,
    results.flatMap(({ applied }) => applied.newlyParked.map(({ event }) => event)),
    now,
  );
  await appendToOutbox(
    sql,
    results.flatMap(result => announce(result, series, now)),
  );
}

function progressRows({ position, applied }: AppliedAmbassador): ProgressRow[] {
  const { brandId, ambassadorId } = position;
  return [...applied.touched.keys()].map(seriesId => {
    const progress: Progress = applied.state.progress.get(seriesId)!;
    return { brandId, ambassadorId, seriesId, progress };
  });
}

/** Each (ambassador, series) of the rows once. */
function progressKeys(events: readonly EntryEvent[]): ProgressKey[] {
  const keys = new Map<string, ProgressKey>();
  for (const { brandid, data } of events) {
    if (data.seriesId === null) continue;
    const key = { brandId: brandid, ambassadorId: data.ambassadorId, seriesId: data.seriesId };
    keys.set(`${keyOf(brandid, data.ambassadorId)}:${data.seriesId}`, key);
  }
  return [...keys.values()];
}

function ofBrand(
  series: (SeriesNow & { brandId: string }) | undefined,
  brandId: string,
): SeriesNow | undefined {
  return series?.brandId === brandId ? series : undefined;
}

function keyOf(brandId: string, ambassadorId: string): string {
  return `${brandId}:${ambassadorId}`;
}
