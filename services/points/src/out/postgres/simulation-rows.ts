import type { Sql } from '@cairn/service-kit/postgres/sql';

/** Of a brand's ambassadors one in `every`, by a hash of their ids: the same each time. */
export interface SampleOf {
  brandId: string;
  every: number;
}

const count = 'SELECT count(*) AS count FROM ambassadors WHERE brand_id = $1';

export async function countAmbassadors(sql: Sql, brandId: string): Promise<number> {
  return (await sql.query<{ count: number }>(count, [brandId]))[0]!.count;
}

export interface SimulatedPerson {
  ambassadorId: string;
  /** RFC 3339, ascending. */
  memberships: { programId: string; from: string; to: string | null }[];
}

const people = `
  SELECT ambassador_id AS "ambassadorId", memberships FROM ambassadors
  WHERE brand_id = $1 AND ($2::uuid IS NULL OR ambassador_id > $2)
    AND ($3 = 1 OR mod(uuid_hash_extended(ambassador_id, 0), $3) = 0)
  ORDER BY ambassador_id LIMIT $4`;

/** The next ambassadors after the id `after`. */
export async function simulatedPeople(
  sql: Sql,
  { brandId, every }: SampleOf,
  after: string | null,
  limit: number,
): Promise<SimulatedPerson[]> {
  return await sql.query<SimulatedPerson>(people, [brandId, after, every, limit]);
}

interface RowsOfOne {
  ambassadorId: string;
  /** `<points> <milliseconds>`, in the order of the ledger, parted by commas: one value is read faster than many rows. */
  rows: string;
}

/**
 * What moved the available points, with when: a release when its hold ended. A release or reversal belongs to the period
 * of its original.
 */
const rows = `
  SELECT ledger.ambassador_id AS "ambassadorId",
    string_agg(ledger.available_delta || ' ' || (extract(epoch FROM
      CASE WHEN ledger.kind = 'release' THEN coalesce(awards.available_at, ledger.occurred_at)
        ELSE ledger.occurred_at END) * 1000)::bigint, ',' ORDER BY ledger.seq) AS rows
  FROM ledger
    LEFT JOIN awards ON ledger.kind = 'release'
      AND awards.ambassador_id = ledger.ambassador_id AND awards.id = ledger.original_id
    LEFT JOIN ledger AS original ON ledger.original_id IS NOT NULL AND ($3::timestamptz, $4::timestamptz) IS DISTINCT FROM (NULL, NULL)
      AND original.ambassador_id = ledger.ambassador_id AND original.id = ledger.original_id
  WHERE ledger.ambassador_id = ANY ($1::uuid[]) AND ledger.program_id = ANY ($2::uuid[]) AND ledger.available_delta <> 0
    AND ($3::timestamptz IS NULL OR coalesce(original.occurred_at, ledger.occurred_at) >= $3)
    AND ($4::timestamptz IS NULL OR coalesce(original.occurred_at, ledger.occurred_at) < $4)
  GROUP BY ledger.ambassador_id`;

/** @param period RFC 3339, half-open; null: open. */
export async function simulatedRows(
  sql: Sql,
  ambassadorIds: readonly string[],
  programIds: readonly string[],
  period: { from: string | null; to: string | null },
): Promise<RowsOfOne[]> {
  return await sql.query<RowsOfOne>(rows, [ambassadorIds, programIds, period.from, period.to]);
}
