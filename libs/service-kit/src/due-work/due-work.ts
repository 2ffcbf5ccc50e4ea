import type { Sql } from '../postgres/sql.js';
import { type CausedBy, traceparentFor } from '../telemetry/causes.js';

export interface DueWork {
  kind: string;
  /** One row a (kind, key): scheduling it again moves it. */
  key: string;
  brandId: string;
  payload: unknown;
  /** RFC 3339. */
  dueAt: string;
  /** What it is due to: it is done in that trace. */
  cause?: CausedBy;
}

export interface ClaimedWork extends Omit<DueWork, 'cause'> {
  /** The trace that it goes on in. */
  traceparent: string | null;
  /** Counts claims, this one included: a claimer that comes too late no longer matches. */
  attempt: number;
}

const upsertWork = `
  INSERT INTO due_work (kind, key, brand_id, payload, due_at, traceparent)
  SELECT kind, key, brand_id, payload, due_at, traceparent
  FROM unnest($1::text[], $2::text[], $3::uuid[], $4::jsonb[], $5::timestamptz[], $6::text[])
    AS row (kind, key, brand_id, payload, due_at, traceparent)
  ORDER BY kind, key
  ON CONFLICT (kind, key) DO UPDATE SET
    payload = excluded.payload, due_at = excluded.due_at, attempts = 0, last_error = NULL,
    traceparent = coalesce(excluded.traceparent, due_work.traceparent)`;

/** Schedules work in the transaction of its cause. */
export async function scheduleWork(sql: Sql, work: readonly DueWork[]): Promise<void> {
  if (work.length === 0) return;
  await sql.query(upsertWork, [
    work.map(item => item.kind),
    work.map(item => item.key),
    work.map(item => item.brandId),
    work.map(item => JSON.stringify(item.payload)),
    work.map(item => item.dueAt),
    work.map(item => traceparentFor(item.cause)),
  ]);
}

const selectDue = `
  SELECT kind FROM unnest($1::text[]) AS asked (kind)
  WHERE EXISTS (SELECT FROM due_work d WHERE d.kind = asked.kind AND d.due_at <= clock_timestamp())`;

/** @returns of these kinds those that have something due. */
export async function dueKinds(sql: Sql, kinds: readonly string[]): Promise<string[]> {
  return (await sql.query<{ kind: string }>(selectDue, [kinds])).map(row => row.kind);
}

const count = 'SELECT kind, count(*)::int AS n FROM due_work WHERE kind = ANY($1::text[]) GROUP BY kind';

/** @returns how much there is of these kinds, due or not. */
export async function countWork<Kind extends string>(
  sql: Sql,
  kinds: readonly Kind[],
): Promise<Record<Kind, number>> {
  const rows = await sql.query<{ kind: Kind; n: number }>(count, [kinds]);
  const found = new Map(rows.map(row => [row.kind, row.n]));
  return Object.fromEntries(kinds.map(kind => [kind, found.get(kind) ?? 0])) as Record<Kind, number>;
}

const claim = `
  UPDATE due_work SET attempts = attempts + 1, due_at = clock_timestamp() + $3 * interval '1 millisecond'
  WHERE (kind, key) IN (
    SELECT kind, key FROM due_work
    WHERE kind = $1 AND due_at <= clock_timestamp()
    ORDER BY due_at LIMIT $2
    FOR UPDATE SKIP LOCKED)
  RETURNING kind, key, brand_id AS "brandId", payload, due_at AS "dueAt", attempts AS attempt, traceparent`;

/** Takes what is due; unless finished or postponed within `leaseMs`, it becomes due again by itself. */
export async function claimWork(
  sql: Sql,
  kind: string,
  limit: number,
  leaseMs: number,
): Promise<ClaimedWork[]> {
  return await sql.query<ClaimedWork>(claim, [kind, limit, leaseMs]);
}

const finish = 'DELETE FROM due_work WHERE kind = $1 AND key = $2 AND attempts = $3 RETURNING key';

/**
 * Takes finished work off the table, in the transaction of its effect.
 * @returns false where another claimer has it by now: then the effect must not be written.
 */
export async function finishWork(sql: Sql, work: ClaimedWork): Promise<boolean> {
  return (await sql.query(finish, [work.kind, work.key, work.attempt])).length === 1;
}

const cancel = 'DELETE FROM due_work WHERE kind = $1 AND key = ANY($2::text[])';

/** Takes work off that is no longer needed. */
export async function cancelWork(sql: Sql, kind: string, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await sql.query(cancel, [kind, keys]);
}

const postpone = `
  UPDATE due_work SET due_at = clock_timestamp() + $4 * interval '1 millisecond', last_error = $5,
    payload = coalesce($6::jsonb, payload)
  WHERE kind = $1 AND key = $2 AND attempts = $3 RETURNING key`;

/**
 * Puts work off by `waitMs`, remembering why, and `payload` instead of what it had where one is given.
 * @returns false where another claimer has it by now, or it was taken off: then nothing of it may be written.
 */
export async function postponeWork(
  sql: Sql,
  work: ClaimedWork,
  waitMs: number,
  why: string,
  payload?: object,
): Promise<boolean> {
  const postponed = await sql.query(postpone, [
    work.kind,
    work.key,
    work.attempt,
    waitMs,
    why.slice(0, 2_000),
    payload === undefined ? null : JSON.stringify(payload),
  ]);
  return postponed.length === 1;
}
