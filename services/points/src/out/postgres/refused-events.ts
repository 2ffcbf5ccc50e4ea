import type { ReplayFilter } from '@cairn/contracts/http/replay';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { ActivityEvent } from '../../app/activity.js';
import type { RefusedEvent } from '../../app/receipt-book.js';

/** An event that was refused because no series was live, kept whole to be judged again (domain.md 2.7). */
export interface KeptEvent {
  brandId: string;
  eventId: string;
  ambassadorId: string;
  place: number;
  waited: boolean;
  event: ActivityEvent;
}

/** Where a walk over them has come to; they go by ambassador, and as they were judged. */
export type KeptCursor = Pick<KeptEvent, 'ambassadorId' | 'place'>;

/** What a replay of many goes over; none that were accepted after it began. */
export type KeptFilter = Omit<ReplayFilter, 'reason'> & { acceptedUntil: string };

export async function keepRefused(sql: Sql, refused: readonly RefusedEvent[]): Promise<void> {
  if (refused.length === 0) return;
  const set = unnest(refused, {
    brand_id: ['uuid', ({ activity }) => activity.brandId],
    event_id: ['text', ({ activity }) => activity.eventId],
    ambassador_id: ['uuid', row => row.ambassadorId],
    program_id: ['uuid', row => row.programId],
    accepted_at: ['timestamptz', ({ activity }) => new Date(activity.acceptedAt).toISOString()],
    occurred_at: ['timestamptz', ({ activity }) => new Date(activity.occurredAt).toISOString()],
    waited: ['boolean', ({ activity }) => activity.waited],
    event: ['jsonb', ({ activity }) => activity.event],
  });
  await sql.query(
    `INSERT INTO refused_events (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY place
     ON CONFLICT DO NOTHING`,
    set.params,
  );
}

const lock = `
  SELECT event_id AS "eventId" FROM refused_events
  WHERE brand_id = $1 AND event_id = ANY($2::text[]) ORDER BY event_id FOR UPDATE`;

/** Locks events of one brand, under their ambassadors' accounts; @returns those that are still there. */
export async function lockKept(sql: Sql, events: readonly KeptEvent[]): Promise<Set<string>> {
  return await idsOf(sql, lock, events);
}

const look =
  'SELECT event_id AS "eventId" FROM refused_events WHERE brand_id = $1 AND event_id = ANY($2::text[])';

export async function stillKept(sql: Sql, events: readonly KeptEvent[]): Promise<Set<string>> {
  return await idsOf(sql, look, events);
}

const drop = 'DELETE FROM refused_events WHERE brand_id = $1 AND event_id = ANY($2::text[])';

/** Lets go of what became something else. */
export async function dropKept(sql: Sql, brandId: string, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length > 0) await sql.query(drop, [brandId, eventIds]);
}

const dropOf = `
  WITH gone AS (DELETE FROM refused_events WHERE brand_id = $1 AND ambassador_id = $2 RETURNING 1)
  SELECT count(*) AS count FROM gone`;

/** Lets go of all of one ambassador's, whose account is locked. @returns how many there were. */
export async function dropKeptOf(sql: Sql, brandId: string, ambassadorId: string): Promise<number> {
  return (await sql.query<{ count: number }>(dropOf, [brandId, ambassadorId]))[0]!.count;
}

async function idsOf(sql: Sql, statement: string, events: readonly KeptEvent[]): Promise<Set<string>> {
  const [first] = events;
  if (first === undefined) return new Set();
  const rows = await sql.query<{ eventId: string }>(statement, [
    first.brandId,
    events.map(event => event.eventId),
  ]);
  return new Set(rows.map(row => row.eventId));
}

const columns = `brand_id AS "brandId", event_id AS "eventId", ambassador_id AS "ambassadorId",
  place, waited, event`;

/** In the order of a replay: an ambassador's as they were judged (2.16). */
const order = 'ORDER BY ambassador_id, place';

/** Sorted below: asked for the order, Postgres may walk the whole brand by the index that has it. */
const selectNamed = `SELECT ${columns} FROM refused_events WHERE brand_id = $1 AND event_id = ANY($2::text[])`;

export async function keptByName(
  sql: Sql,
  brandId: string,
  eventIds: readonly string[],
): Promise<KeptEvent[]> {
  const events = await sql.query<KeptEvent>(selectNamed, [brandId, eventIds]);
  return events.sort((a, b) =>
    a.ambassadorId === b.ambassadorId ? a.place - b.place : a.ambassadorId < b.ambassadorId ? -1 : 1,
  );
}

const found = `brand_id = $1 AND ($2::uuid IS NULL OR program_id = $2)
  AND ($3::timestamptz IS NULL OR occurred_at >= $3) AND ($4::timestamptz IS NULL OR occurred_at < $4)
  AND accepted_at <= $5`;

function foundParams(brandId: string, { programId, from, to, acceptedUntil }: KeptFilter) {
  return [brandId, programId ?? null, from ?? null, to ?? null, acceptedUntil];
}

/** By the index refused_events_walk. */
const selectFound = `
  SELECT ${columns} FROM refused_events
  WHERE ${found} AND (ambassador_id, place) > ($6, $7) ${order} LIMIT $8`;

const beginning = ['00000000-0000-0000-0000-000000000000', 0];

/** The next of those that a filter finds. @param after null: from the first. */
export async function keptByFilter(
  sql: Sql,
  brandId: string,
  filter: KeptFilter,
  after: KeptCursor | null,
  limit: number,
): Promise<KeptEvent[]> {
  const cursor = after === null ? beginning : [after.ambassadorId, after.place];
  return await sql.query<KeptEvent>(selectFound, [...foundParams(brandId, filter), ...cursor, limit]);
}

const selectOfOne = `
  SELECT ${columns} FROM refused_events
  WHERE ${found} AND ambassador_id = $6 AND place > $7 ${order} LIMIT $8`;

/** What comes after an event of the same ambassador. */
export async function keptOfOne(
  sql: Sql,
  brandId: string,
  filter: KeptFilter,
  after: KeptCursor,
  limit: number,
): Promise<KeptEvent[]> {
  const cursor = [after.ambassadorId, after.place];
  return await sql.query<KeptEvent>(selectOfOne, [...foundParams(brandId, filter), ...cursor, limit]);
}

const countFound = `SELECT count(*) AS count FROM refused_events WHERE ${found}`;

/** How many a filter finds: one pass over what is kept of the brand. */
export async function countKept(sql: Sql, brandId: string, filter: KeptFilter): Promise<number> {
  const [row] = await sql.query<{ count: number }>(countFound, foundParams(brandId, filter));
  return row!.count;
}

const selectRecalled = `
  SELECT ${columns} FROM refused_events
  WHERE (brand_id, event_id) IN (SELECT brand_id, event_id FROM recalled_rows WHERE open)
  ${order} LIMIT $1`;

/** Events whose award was read back from the own stream: a replay made it that this database has forgotten (ADR 26). */
export async function keptWithRecalledRow(sql: Sql, limit: number): Promise<KeptEvent[]> {
  return await sql.query<KeptEvent>(selectRecalled, [limit]);
}
