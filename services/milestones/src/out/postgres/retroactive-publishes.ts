import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { RowMark } from '../../domain/entry.js';
import type { SeriesFields } from '../../domain/series-draft.js';

export interface RetroactiveWork {
  version: number;
  by: RowMark;
  promotesTop: boolean;
  fields: SeriesFields;
  /** Id of the ambassador up to whom it is done. */
  walkedTo: string | null;
  /** Ambassadors who gain by it, counted when the work began. */
  total: number | null;
}

const insert = `
  INSERT INTO retroactive_publishes (series_id, version, brand_id, mark, promotes_top, published_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;

export async function insertRetroactive(
  sql: Sql,
  brandId: string,
  seriesId: string,
  publish: { version: number; by: RowMark; promotesTop: boolean },
  at: string,
): Promise<void> {
  const { version, by, promotesTop } = publish;
  await sql.query(insert, [seriesId, version, brandId, JSON.stringify(by), promotesTop, at]);
}

const selectNext = `
  SELECT r.version, r.mark AS "by", r.promotes_top AS "promotesTop", v.fields, r.walked_to AS "walkedTo", r.total
  FROM retroactive_publishes r JOIN series_versions v USING (series_id, version)
  WHERE r.brand_id = $1 AND r.series_id = $2 AND r.finished_at IS NULL ORDER BY r.version LIMIT 1`;

/** The first publish of a series that is not done: one comes after the other. */
export async function nextRetroactive(
  sql: Sql,
  brandId: string,
  seriesId: string,
): Promise<RetroactiveWork | undefined> {
  return (await sql.query<RetroactiveWork>(selectNext, [brandId, seriesId]))[0];
}

const setTotal = 'UPDATE retroactive_publishes SET total = $3 WHERE series_id = $1 AND version = $2';

export async function saveTotal(sql: Sql, seriesId: string, version: number, total: number): Promise<void> {
  await sql.query(setTotal, [seriesId, version, total]);
}

/** Whose own row came first was not walked to, so at the end all are done. */
const walk = `
  UPDATE retroactive_publishes SET walked_to = coalesce($3, walked_to),
    done = CASE WHEN $5::timestamptz IS NULL THEN least(done + $4, total) ELSE total END, finished_at = $5
  WHERE series_id = $1 AND version = $2`;

/** @param finishedAt RFC 3339; null where more may be to do. */
export async function saveWalk(
  sql: Sql,
  seriesId: string,
  version: number,
  step: { walkedTo: string | null; done: number; finishedAt: string | null },
): Promise<void> {
  await sql.query(walk, [seriesId, version, step.walkedTo, step.done, step.finishedAt]);
}
