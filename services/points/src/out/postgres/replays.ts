import type { ReplayProgress } from '@cairn/contracts/http/replay';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { RecalledClaim } from '../../app/recalled-rows.js';
import type { ReplayOutcome } from '../../app/replay.js';
import type { KeptCursor, KeptFilter } from './refused-events.js';

/** A replay of more events than are judged at once. */
export interface Replay {
  id: string;
  brandId: string;
  preview: boolean;
  filter: KeptFilter;
  status: 'running' | 'done';
  /** The last event judged; null before the first. */
  after: KeptCursor | null;
}

const insert = `
  INSERT INTO replays (replay_id, brand_id, preview, filter, status, total, created_at)
  VALUES ($1, $2, $3, $4, 'running', $5, $6)`;

export async function insertReplay(
  sql: Sql,
  of: { id: string; brandId: string; preview: boolean; filter: KeptFilter; total: number; at: string },
): Promise<void> {
  const { id, brandId, preview, filter, total, at } = of;
  await sql.query(insert, [id, brandId, preview, JSON.stringify(filter), total, at]);
}

const lock = `
  SELECT replay_id AS id, brand_id AS "brandId", preview, filter, status, after FROM replays
  WHERE replay_id = $1 FOR UPDATE`;

export async function lockReplay(sql: Sql, id: string): Promise<Replay | undefined> {
  return (await sql.query<Replay>(lock, [id]))[0];
}

/** \`others\` are added up by name. */
const move = `
  UPDATE replays SET after = $2, judged = judged + $3, awarded = awarded + $4, points = points + $5,
    others = (
      SELECT coalesce(jsonb_object_agg(name, events), '{}') FROM (
        SELECT key AS name, sum(value::bigint) AS events FROM (
          SELECT * FROM jsonb_each_text(others) UNION ALL SELECT * FROM jsonb_each_text($6::jsonb)) AS each
        GROUP BY key) AS summed)
  WHERE replay_id = $1`;

export async function moveReplay(
  sql: Sql,
  id: string,
  after: KeptCursor,
  { judged, awarded, points, others }: ReplayOutcome,
): Promise<void> {
  await sql.query(move, [id, JSON.stringify(after), judged, awarded, points, JSON.stringify(others)]);
}

export async function endReplay(sql: Sql, id: string): Promise<void> {
  await sql.query(`UPDATE replays SET status = 'done' WHERE replay_id = $1`, [id]);
  await sql.query('DELETE FROM replay_claims WHERE replay_id = $1', [id]);
}

const selectProgress = `
  SELECT replay_id AS id, preview, status, judged, total, awarded, points::text AS points, others FROM replays
  WHERE brand_id = $1 AND replay_id = $2`;

/** How far it has come; undefined where the brand has none of this id. */
export async function findReplay(sql: Sql, brandId: string, id: string): Promise<ReplayProgress | undefined> {
  const [row] = await sql.query<
    Pick<ReplayProgress, 'id' | 'preview' | 'status' | 'judged' | 'total'> & {
      awarded: number;
      points: string;
      others: Record<string, number>;
    }
  >(selectProgress, [brandId, id]);
  if (row === undefined) return undefined;
  const { awarded, points, others, ...progress } = row;
  const counted = progress.preview ? { wouldAward: awarded } : { replayed: awarded };
  return {
    ...progress,
    ...(progress.status === 'done' ? counted : {}),
    points: Number(points),
    others: Object.entries(others).map(([reason, events]) => ({ reason, events })),
  };
}

/** Of the claims, those that earlier steps of a preview have taken. */
export async function claimsTaken(
  sql: Sql,
  id: string,
  claims: readonly { brandId: string; claim: string }[],
): Promise<RecalledClaim[]> {
  const rows = await sql.query<{ claim: string; eventId: string }>(
    'SELECT claim, event_id AS "eventId" FROM replay_claims WHERE replay_id = $1 AND claim = ANY($2::text[])',
    [id, claims.map(of => of.claim)],
  );
  const [first] = claims;
  return first === undefined ? [] : rows.map(row => ({ ...row, brandId: first.brandId }));
}

export async function takeClaims(sql: Sql, id: string, claims: readonly RecalledClaim[]): Promise<void> {
  if (claims.length === 0) return;
  const set = unnest(claims, {
    replay_id: ['uuid', () => id],
    claim: ['text', row => row.claim],
    event_id: ['text', row => row.eventId],
  });
  await sql.query(
    `INSERT INTO replay_claims (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY claim
     ON CONFLICT DO NOTHING`,
    set.params,
  );
}
