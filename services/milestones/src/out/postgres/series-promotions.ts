import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { PromotingSeries } from '../../domain/promotion-chain.js';

const lock = `SELECT pg_advisory_xact_lock(hashtextextended('promotions ' || $1::text, 0))`;

/** One at a time in a brand: two series that are published at once could close a circle that neither sees. */
export async function lockPromotions(sql: Sql, brandId: string): Promise<void> {
  await sql.query(lock, [brandId]);
}

/** A brand has hundreds of series at most, found by series_of_brand. */
const select = `
  SELECT v.fields -> 'programIds' AS "programIds", v.fields -> 'completion' ->> 'programId' AS "to"
  FROM series s JOIN series_versions v ON v.series_id = s.id AND v.version = s.version
  WHERE s.brand_id = $1 AND s.id <> $3 AND (s.ends_at IS NULL OR s.ends_at > $2::timestamptz)
    AND v.fields -> 'completion' ->> 'kind' = 'promote'`;

/** The brand's other published series that are not ended and promote. */
export async function promotingSeries(
  sql: Sql,
  brandId: string,
  seriesId: string,
  now: string,
): Promise<PromotingSeries[]> {
  return await sql.query<PromotingSeries>(select, [brandId, now, seriesId]);
}

const selectLive = `
  SELECT EXISTS (
    SELECT 1 FROM series_programs p JOIN series s ON s.id = p.series_id
    WHERE p.brand_id = $1 AND p.program_id = $2 AND p.during @> $3::timestamptz AND s.paused_at IS NULL AND s.starts_at <= $3::timestamptz
      AND (s.ends_at IS NULL OR s.ends_at > $3::timestamptz)) AS live`;

/** Whether a program has a series that is live at that instant. */
export async function isProgramLive(
  sql: Sql,
  brandId: string,
  programId: string,
  now: string,
): Promise<boolean> {
  return (await sql.query<{ live: boolean }>(selectLive, [brandId, programId, now]))[0]!.live;
}
