import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Progress, UnlockedTier } from '../../domain/progress.js';

export interface ProgressKey {
  brandId: string;
  ambassadorId: string;
  seriesId: string;
}

export interface ProgressRow extends ProgressKey {
  progress: Progress;
}

const keys = 'unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS asked (brand_id, ambassador_id, series_id)';

const selectProgress = `
  SELECT p.brand_id AS "brandId", p.ambassador_id AS "ambassadorId", p.series_id AS "seriesId", p.cycle, p.points,
    p.pending
  FROM ${keys} JOIN progress p USING (brand_id, ambassador_id, series_id)`;

const selectUnlocked = `
  SELECT u.ambassador_id AS "ambassadorId", u.series_id AS "seriesId", u.tier_id AS "tierId", u.threshold,
    u.unlocked_at AS "unlockedAt"
  FROM ${keys} JOIN progress p USING (brand_id, ambassador_id, series_id)
  JOIN unlocks u USING (brand_id, ambassador_id, series_id, cycle)
  ORDER BY u.number`;

/** Progress with the tiers of its cycle, of the keys that have any; the ambassadors are locked. */
export async function progressOf(sql: Sql, of: readonly ProgressKey[]): Promise<ProgressRow[]> {
  if (of.length === 0) return [];
  const params = arraysOf(of);
  const rows = await sql.query<ProgressKey & Omit<Progress, 'unlocked'>>(selectProgress, params);
  if (rows.length === 0) return [];
  const unlocked = new Map<string, UnlockedTier[]>();
  for (const { ambassadorId, seriesId, ...tier } of await sql.query<
    UnlockedTier & { ambassadorId: string; seriesId: string }
  >(selectUnlocked, params)) {
    const key = `${ambassadorId}:${seriesId}`;
    const tiers = unlocked.get(key);
    if (tiers === undefined) unlocked.set(key, [tier]);
    else tiers.push(tier);
  }
  return rows.map(({ brandId, ambassadorId, seriesId, ...progress }) => ({
    brandId,
    ambassadorId,
    seriesId,
    progress: { ...progress, unlocked: unlocked.get(`${ambassadorId}:${seriesId}`) ?? [] },
  }));
}

const upsert = `
  INSERT INTO progress (brand_id, ambassador_id, series_id, cycle, points, pending)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::bigint[])
    AS row (brand_id, ambassador_id, series_id, cycle, points, pending)
  ON CONFLICT (brand_id, ambassador_id, series_id) DO UPDATE SET
    cycle = excluded.cycle, points = excluded.points, pending = excluded.pending`;

export async function saveProgress(sql: Sql, rows: readonly ProgressRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.query(upsert, [
    ...arraysOf(rows),
    rows.map(row => row.progress.cycle),
    rows.map(row => row.progress.points),
    rows.map(row => row.progress.pending),
  ]);
}

const addParticipants = `
  INSERT INTO series_participants (series_id, shard, participants)
  SELECT series_id, $2, count(*) FROM unnest($1::uuid[]) AS series_id GROUP BY series_id ORDER BY series_id
  ON CONFLICT (series_id, shard) DO UPDATE SET
    participants = series_participants.participants + excluded.participants`;

/** Counts newcomers: their series' ids, one a newcomer. */
export async function countParticipants(
  sql: Sql,
  seriesIds: readonly string[],
  shard: number,
): Promise<void> {
  if (seriesIds.length > 0) await sql.query(addParticipants, [seriesIds, shard]);
}

function arraysOf(rows: readonly ProgressKey[]): string[][] {
  return [rows.map(row => row.brandId), rows.map(row => row.ambassadorId), rows.map(row => row.seriesId)];
}
