import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { RowMark } from '../../domain/entry.js';
import type { SeriesFields } from '../../domain/series-draft.js';

export interface RetroactiveWork {
  version: number;
  by: RowMark;
  promotesTop: boolean;
  fields: SeriesFields;
  /** Id of the participant up to whom it is done. */
  walkedTo: string | null;
}

const insert = `
  INSERT INTO retroactive_publishes (series_id, version, brand_id, mark, promotes_top, published_at, total)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

export async function insertRetroactive(
  sql: Sql,
  brandId: string,
  seriesId: string,
  publish: { version: number; by: RowMark; promotesTop: boolean; participants: number },
  at: string,
): Promise<void> {
  const { version, by, promotesTop, participants } = publish;
  const mark = JSON.stringify(by);
  await sql.query(insert, [seriesId, version, brandId, mark, promotesTop, at, participants]);
}

const selectNext = `
  SELECT r.version, r.mark AS "by", r.promotes_top AS "promotesTop", v.fields, r.walked_to AS "walkedTo"
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

/** Whoever came in since was settled with their first row; so at the end all are done. */
const walk = `
  UPDATE retroactive_publishes SET walked_to = coalesce($3, walked_to), gained = gained + $5,
    done = CASE WHEN $6::timestamptz IS NULL THEN least(done + $4, total) ELSE total END, finished_at = $6
  WHERE series_id = $1 AND version = $2`;

/** @param finishedAt RFC 3339; null where more may be to do. */
export async function saveWalk(
  sql: Sql,
  seriesId: string,
  version: number,
  step: { walkedTo: string | null; done: number; gained: number; finishedAt: string | null },
): Promise<void> {
  await sql.query(walk, [seriesId, version, step.walkedTo, step.done, step.gained, step.finishedAt]);
}
