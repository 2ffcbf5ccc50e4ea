import type { SeriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import type { Period } from '@cairn/contracts/tier';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Turned } from '../../domain/lifecycle.js';
import type { Publication } from '../../domain/publication.js';
import type { SeriesFields } from '../../domain/series-draft.js';

export interface StoredSeries {
  id: string;
  /** By the clock (domain.md 3.2). */
  status: SeriesStatus;
  /** The published version; 0 before the first. */
  version: number;
  /** The draft where there is one, else what is published. */
  fields: SeriesFields;
  live: Period[];
  startsAt: string | null;
  endsAt: string | null;
  /** Until a resume or an end is carried out, whatever the clock says. */
  isPaused: boolean;
  /** Counts changes: the ETag. */
  revision: number;
  createdAt: string;
  updatedAt: string;
}

/** domain.md 3.2, read off the stored periods at the instant `$2`. */
export const statusAtNow = `
  CASE
    WHEN s.version = 0 THEN 'draft'
    WHEN s.ends_at <= $2::timestamptz THEN 'ended'
    WHEN s.paused_at IS NOT NULL THEN 'paused'
    WHEN s.starts_at > $2::timestamptz THEN 'scheduled'
    ELSE 'live'
  END`;

const select = `
  SELECT s.id, ${statusAtNow} AS status, s.version, coalesce(s.draft, v.fields) AS fields, s.live,
    s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.paused_at IS NOT NULL AS "isPaused", s.revision, s.created_at AS "createdAt",
    s.updated_at AS "updatedAt"
  FROM series s LEFT JOIN series_versions v ON v.series_id = s.id AND v.version = s.version`;

const insert = `
  INSERT INTO series (id, brand_id, draft, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)`;

export async function insertSeries(
  sql: Sql,
  brandId: string,
  id: string,
  draft: SeriesFields,
  at: string,
): Promise<void> {
  await sql.query(insert, [id, brandId, JSON.stringify(draft), at]);
}

const selectOne = `${select} WHERE s.brand_id = $1 AND s.id = $3`;

export async function selectSeries(
  sql: Sql,
  brandId: string,
  id: string,
  now: string,
): Promise<StoredSeries | undefined> {
  return (await sql.query<StoredSeries>(selectOne, [brandId, now, id]))[0];
}

const lockOne = `${selectOne} FOR NO KEY UPDATE OF s`;

export async function lockSeries(
  sql: Sql,
  brandId: string,
  id: string,
  now: string,
): Promise<StoredSeries | undefined> {
  return (await sql.query<StoredSeries>(lockOne, [brandId, now, id]))[0];
}

const updateDraft = `
  UPDATE series SET draft = $3, updated_at = $4, revision = revision + 1 WHERE brand_id = $1 AND id = $2`;

export async function saveDraft(
  sql: Sql,
  brandId: string,
  id: string,
  draft: SeriesFields,
  at: string,
): Promise<void> {
  await sql.query(updateDraft, [brandId, id, JSON.stringify(draft), at]);
}

const insertVersion = `
  INSERT INTO series_versions (series_id, version, brand_id, fields, published_at) VALUES ($1, $2, $3, $4, $5)`;

const publish = `
  UPDATE series SET draft = NULL, version = $3, live = $4, starts_at = $5, ends_at = $6, updated_at = $7,
    revision = revision + 1
  WHERE brand_id = $1 AND id = $2`;

const insertPrograms = `
  INSERT INTO series_programs (brand_id, series_id, program_id, during)
  SELECT $1, $2, program_id, tstzrange($4, $5) FROM unnest($3::uuid[]) AS program_id ORDER BY program_id`;

/** Freezes a locked draft as the first version. @throws an exclusion violation of series_programs_one_at_a_time. */
export async function savePublication(
  sql: Sql,
  brandId: string,
  series: StoredSeries,
  plan: Publication,
  at: string,
): Promise<void> {
  const version = series.version + 1;
  await sql.query(insertVersion, [series.id, version, brandId, JSON.stringify(series.fields), at]);
  await sql.query(publish, [
    brandId,
    series.id,
    version,
    JSON.stringify(plan.live),
    plan.startsAt,
    plan.endsAt,
    at,
  ]);
  await sql.query(insertPrograms, [brandId, series.id, series.fields.programIds, plan.startsAt, plan.endsAt]);
}

const turn = `
  UPDATE series SET live = $3, ends_at = $4, paused_at = CASE WHEN $5::boolean THEN coalesce(paused_at, $6::timestamptz) END,
    updated_at = $6, revision = revision + 1
  WHERE brand_id = $1 AND id = $2`;

/** What a locked series became by a pause, a resume or an end. */
export async function saveTurn(
  sql: Sql,
  brandId: string,
  id: string,
  { live, endsAt, isPaused }: Turned,
  at: string,
): Promise<void> {
  await sql.query(turn, [brandId, id, JSON.stringify(live), endsAt, isPaused, at]);
}

const shorten = `
  UPDATE series_programs SET during = tstzrange(lower(during), $3)
  WHERE brand_id = $1 AND series_id = $2 AND lower(during) < $3::timestamptz`;

const withdraw = `
  DELETE FROM series_programs WHERE brand_id = $1 AND series_id = $2 AND lower(during) >= $3::timestamptz`;

/** From that instant the series' programs are free for another (domain.md 3.1); one that never began never had them. */
export async function freePrograms(sql: Sql, brandId: string, id: string, from: string): Promise<void> {
  await sql.query(shorten, [brandId, id, from]);
  await sql.query(withdraw, [brandId, id, from]);
}

const selectHolder = `
  SELECT p.program_id AS "programId", p.series_id AS "seriesId"
  FROM series_programs p
  WHERE p.brand_id = $1 AND p.program_id = ANY($2::uuid[]) AND p.series_id <> $3
    AND (upper_inf(p.during) OR upper(p.during) > $4::timestamptz)
  LIMIT 1`;

/** A published series that is not ended and has one of the programs (domain.md 3.1). */
export async function otherSeriesOf(
  sql: Sql,
  brandId: string,
  programIds: readonly string[],
  seriesId: string,
  now: string,
): Promise<{ programId: string; seriesId: string } | undefined> {
  const rows = await sql.query<{ programId: string; seriesId: string }>(selectHolder, [
    brandId,
    programIds,
    seriesId,
    now,
  ]);
  return rows[0];
}
