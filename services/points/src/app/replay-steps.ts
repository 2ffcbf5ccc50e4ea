import type { Sql } from '@cairn/service-kit/postgres/sql';
import {
  type KeptEvent,
  keptByFilter,
  keptOfOne,
  keptWithRecalledRow,
} from '../out/postgres/refused-events.js';
import {
  claimsTaken,
  endReplay,
  lockReplay,
  moveReplay,
  type Replay,
  takeClaims,
} from '../out/postgres/replays.js';
import { claimsOf, previewReplay, type ReplayOutcome, replay } from './replay.js';

export const replayWork = 'replay-events';
export const replayRecalledWork = 'replay-recalled';

/** Events judged in one transaction. */
const batch = 500;

/**
 * More of one ambassador's than this are previewed in parts, and then what a limit or a look-back counts in an earlier
 * part is not seen in a later one.
 */
const mostOfOne = 10_000;

/**
 * The next step of a replay of many (domain.md 2.7): a batch is judged, and how far it has come is written with it, so
 * that a crash costs one step. A preview judges all events of an ambassador together, as they count in each other's
 * limits; what takes an order or a proof is remembered for the steps after it.
 * @returns whether there is more.
 */
export async function replayStep(sql: Sql, id: string, now: Date): Promise<boolean> {
  const job = await lockReplay(sql, id);
  if (job === undefined || job.status === 'done') return false;
  const events = await nextOf(sql, job);
  const last = events.at(-1);
  if (last === undefined) {
    await endReplay(sql, id);
    return false;
  }
  const outcome = job.preview ? await preview(sql, job, events, now) : await replay(sql, events, now);
  const { ambassadorId, place } = last;
  await moveReplay(sql, id, { ambassadorId, place }, outcome);
  return true;
}

async function nextOf(sql: Sql, { brandId, filter, after, preview }: Replay): Promise<KeptEvent[]> {
  const events = await keptByFilter(sql, brandId, filter, after, batch);
  const last = events.at(-1);
  if (!preview || last === undefined || events.length < batch) return events;
  return [...events, ...(await keptOfOne(sql, brandId, filter, last, mostOfOne))];
}

async function preview(
  sql: Sql,
  { id }: Replay,
  events: readonly KeptEvent[],
  now: Date,
): Promise<ReplayOutcome> {
  const taken = await claimsTaken(sql, id, claimsOf(events));
  const outcome = await previewReplay(sql, events, now, taken);
  await takeClaims(sql, id, outcome.claims);
  return outcome;
}

/**
 * Judges again what a replay had awarded that a restored database has forgotten: its rows were read back, and its
 * events do not come again by themselves (ADR 26). @returns whether there may be more.
 */
export async function replayRecalled(sql: Sql, now: Date): Promise<boolean> {
  const events = await keptWithRecalledRow(sql, batch);
  const [first] = events;
  if (first === undefined) return false;
  await replay(
    sql,
    events.filter(event => event.brandId === first.brandId),
    now,
  );
  return true;
}
