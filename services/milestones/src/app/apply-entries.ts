import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { EntryEvent } from '../domain/entry.js';
import { type Applied, applyLedger } from '../domain/ledger-stream.js';
import { type AmbassadorKey, keyOf, lockStates, progressKeys } from './ambassador-states.js';
import type { Links } from './context.js';
import { saveApplied } from './save-applied.js';

/** A row that could not be applied yet, with why: an alarm. */
export type ParkedEntry = Applied['newlyParked'][number];

/**
 * Counts ledger rows in their series, unlocks tiers and promotes (domain.md 3.4 to 3.7), in the caller's transaction:
 * locks the ambassadors in id order, loads, decides in memory, writes set-based. Rows seen before change nothing.
 * @param at the instant of processing, when the tiers unlock.
 * @param shard of no other chunk at that time (ChunkContext.partition): its own counters of participants and tiers.
 * @returns the rows that had to be parked.
 */
export async function applyEntries(
  links: Links,
  sql: Sql,
  events: readonly EntryEvent[],
  at: Date,
  shard: number,
): Promise<ParkedEntry[]> {
  const ambassadors = new Map(
    events.map(({ brandid: brandId, data: { ambassadorId } }) => {
      const ambassador = { brandId, ambassadorId };
      return [keyOf(ambassador), ambassador];
    }),
  );
  return await applyOf(links, sql, [...ambassadors.values()], events, at, shard);
}

/**
 * Tries again the rows that are parked of these ambassadors, as {@link applyEntries} does with their next row.
 */
export async function applyParked(
  links: Links,
  sql: Sql,
  of: readonly AmbassadorKey[],
  at: Date,
  shard: number,
): Promise<void> {
  await applyOf(links, sql, of, [], at, shard);
}

async function applyOf(
  links: Links,
  sql: Sql,
  ambassadors: readonly AmbassadorKey[],
  events: readonly EntryEvent[],
  at: Date,
  shard: number,
): Promise<ParkedEntry[]> {
  const now = at.toISOString();
  const incoming = Map.groupBy(events, event => keyOf({ brandId: event.brandid, ...event.data }));
  const { states, series } = await lockStates(sql, ambassadors, progressKeys(events), now);
  const results = states.map(({ position, state }) => {
    const seriesOf = (id: string) => {
      const found = series.get(id);
      return found?.brandId === position.brandId ? found : undefined;
    };
    const applied = applyLedger(state, incoming.get(keyOf(position)) ?? [], seriesOf, now);
    return { position, before: state.progress, applied };
  });
  await saveApplied(links, sql, results, { series, at, shard, occasion: 'rows' });
  return results.flatMap(({ applied }) => applied.newlyParked);
}
