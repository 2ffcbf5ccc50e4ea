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
  /** What is published, else the draft. */
  fields: SeriesFields;
  /** What is to be published next: before the first version, or where something differs from the last. */
  draft: SeriesFields | null;
  /** The periods in which programs belonged or belong to it, of each ascending (domain.md 3.1). */
  programs: ProgramPeriod[];
  live: Period[];
  startsAt: string | null;
  endsAt: string | null;
  /** Until a resume or an end is carried out, whatever the clock says. */
  isPaused: boolean;
  /** Counts changes: the ETag. */
  revision: number;
  createdAt: string;
  updatedAt: string;
  /** Of its versions the last that was published retroactively. */
  retroactive: RetroactiveProgress | null;
}

interface ProgramPeriod extends Period {
  programId: string;
}

/** How far a retroactive publish has come (domain.md 3.8), in participants. */
interface RetroactiveProgress {
  version: number;
  total: number;
  done: number;
  /** Who unlocked something by it; not those whose own row came first. */
  gained: number;
  startedAt: string;
  finishedAt: string | null;
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

/** RFC 3339 in UTC with milliseconds, inside JSON as elsewhere. */
function iso(instant: string): string {
  return `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

const select = `
  SELECT s.id, ${statusAtNow} AS status, s.version, coalesce(v.fields, s.draft) AS fields, s.draft, s.live,
    s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.paused_at IS NOT NULL AS "isPaused", s.revision,
    s.created_at AS "createdAt", s.updated_at AS "updatedAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('programId', p.program_id, 'from', ${iso('lower(p.during)')},
        'to', ${iso('upper(p.during)')}) ORDER BY p.program_id, lower(p.during)), '[]')
      FROM series_programs p WHERE p.series_id = s.id) AS programs,
    (SELECT jsonb_build_object('version', r.version, 'total', r.total, 'done', r.done, 'gained', r.gained,
        'startedAt', ${iso('r.published_at')}, 'finishedAt', ${iso('r.finished_at')})
      FROM retroactive_publishes r WHERE r.series_id = s.id ORDER BY r.version DESC LIMIT 1) AS retroactive
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

const lockOne = 'SELECT FROM series WHERE brand_id = $1 AND id = $2 FOR NO KEY UPDATE';

/** Locks it, then reads it: as whoever was waited for has left it. */
export async function lockSeries(
  sql: Sql,
  brandId: string,
  id: string,
  now: string,
): Promise<StoredSeries | undefined> {
  await sql.query(lockOne, [brandId, id]);
  return await selectSeries(sql, brandId, id, now);
}

const updateDraft = `
  UPDATE series SET draft = $3, updated_at = $4, revision = revision + 1 WHERE brand_id = $1 AND id = $2`;

export async function saveDraft(
  sql: Sql,
  brandId: string,
  id: string,
  draft: SeriesFields | null,
  at: string,
): Promise<void> {
  await sql.query(updateDraft, [brandId, id, draft === null ? null : JSON.stringify(draft), at]);
}

const insertVersion = `
  INSERT INTO series_versions (series_id, version, brand_id, fields, published_at) VALUES ($1, $2, $3, $4, $5)`;

const publish = `
  UPDATE series SET draft = NULL, version = $3, live = $4, starts_at = $5, ends_at = $6, updated_at = $7,
    revision = revision + 1
  WHERE brand_id = $1 AND id = $2`;

/** Freezes a locked draft as the next version. */
export async function savePublication(
  sql: Sql,
  brandId: string,
  { id, version }: StoredSeries,
  draft: SeriesFields,
  { live, startsAt, endsAt }: Publication,
  at: string,
): Promise<void> {
  await sql.query(insertVersion, [id, version + 1, brandId, JSON.stringify(draft), at]);
  await sql.query(publish, [brandId, id, version + 1, JSON.stringify(live), startsAt, endsAt, at]);
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
