import type { Sql } from '@cairn/service-kit/postgres/sql';

const insert = `
  INSERT INTO series_programs (brand_id, series_id, program_id, during)
  SELECT $1, $2, program_id, tstzrange($4, $5) FROM unnest($3::uuid[]) AS program_id ORDER BY program_id`;

/** Programs belong to a series from then to its end. @throws an exclusion violation of series_programs_one_at_a_time. */
export async function takePrograms(
  sql: Sql,
  brandId: string,
  seriesId: string,
  programIds: readonly string[],
  during: { from: string; to: string | null },
): Promise<void> {
  if (programIds.length === 0) return;
  await sql.query(insert, [brandId, seriesId, programIds, during.from, during.to]);
}

/** Periods that are over stay as they are. */
const open = 'brand_id = $1 AND series_id = $2 AND (upper_inf(during) OR upper(during) > $3::timestamptz)';

const shorten = `
  UPDATE series_programs SET during = tstzrange(lower(during), $3)
  WHERE ${open} AND lower(during) < $3::timestamptz AND ($4::uuid[] IS NULL OR program_id = ANY($4))`;

const withdraw = `
  DELETE FROM series_programs
  WHERE ${open} AND lower(during) >= $3::timestamptz AND ($4::uuid[] IS NULL OR program_id = ANY($4))`;

/**
 * From that instant programs are free for another series (domain.md 3.1), all of the series' where none are named; one
 * whose period had not begun never had it.
 */
export async function freePrograms(
  sql: Sql,
  brandId: string,
  seriesId: string,
  from: string,
  programIds: readonly string[] | null = null,
): Promise<void> {
  await sql.query(shorten, [brandId, seriesId, from, programIds]);
  await sql.query(withdraw, [brandId, seriesId, from, programIds]);
}

const extend = `
  UPDATE series_programs SET during = tstzrange(lower(during), $4) WHERE ${open} AND program_id = ANY($5::uuid[])`;

/** The programs that a series keeps follow its end. @throws an exclusion violation, as {@link takePrograms}. */
export async function keepPrograms(
  sql: Sql,
  brandId: string,
  seriesId: string,
  programIds: readonly string[],
  now: string,
  endsAt: string | null,
): Promise<void> {
  await sql.query(extend, [brandId, seriesId, now, endsAt, programIds]);
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
