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
    p.pending, p.collected, p.version, p.phase
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
  INSERT INTO progress (brand_id, ambassador_id, series_id, cycle, points, pending, collected, version, phase)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::bigint[], $7::jsonb[],
      $8::int[], $9::text[])
    AS row (brand_id, ambassador_id, series_id, cycle, points, pending, collected, version, phase)
  ON CONFLICT (brand_id, ambassador_id, series_id) DO UPDATE SET
    cycle = excluded.cycle, points = excluded.points, pending = excluded.pending, collected = excluded.collected,
    version = excluded.version, phase = excluded.phase`;

export async function saveProgress(sql: Sql, rows: readonly ProgressRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.query(upsert, [
    ...arraysOf(rows),
    rows.map(row => row.progress.cycle),
    rows.map(row => row.progress.points),
    rows.map(row => row.progress.pending),
    rows.map(({ progress: { collected } }) => (collected === null ? null : JSON.stringify(collected))),
    rows.map(row => row.progress.version),
    rows.map(row => row.progress.phase),
  ]);
}

/** By progress_collected. */
const selectCollected = `
  SELECT ambassador_id AS "ambassadorId" FROM progress
  WHERE brand_id = $1 AND series_id = $2 AND collected IS NOT NULL ORDER BY ambassador_id LIMIT $3`;

/** Participants for whom a pause collected something, `limit` of them in id order. */
export async function participantsWaiting(
  sql: Sql,
  brandId: string,
  seriesId: string,
  limit: number,
): Promise<string[]> {
  const rows = await sql.query<{ ambassadorId: string }>(selectCollected, [brandId, seriesId, limit]);
  return rows.map(row => row.ambassadorId);
}

function arraysOf(rows: readonly ProgressKey[]): string[][] {
  return [rows.map(row => row.brandId), rows.map(row => row.ambassadorId), rows.map(row => row.seriesId)];
}
