import type { Sql } from '@cairn/service-kit/postgres/sql';

const count = 'SELECT count(*) AS count FROM ambassadors WHERE brand_id = $1';

export async function countAmbassadors(sql: Sql, brandId: string): Promise<number> {
  return (await sql.query<{ count: number }>(count, [brandId]))[0]!.count;
}

export interface SimulatedPerson {
  ambassadorId: string;
  /** RFC 3339, ascending. */
  memberships: { programId: string; from: string; to: string | null }[];
}

/** By the index ambassadors_brand alone. */
const draw = `
  SELECT ambassador_id AS id FROM ambassadors
  WHERE brand_id = $1 AND mod(uuid_hash_extended(ambassador_id, 0) & 9223372036854775807, $2) = 0
  ORDER BY uuid_hash_extended(ambassador_id, 0), ambassador_id`;

/**
 * Of a brand's ambassadors one in `every`, in an order that has nothing to do with who they are: however few of the first
 * are taken, they are a sample. The same each time.
 */
export async function drawAmbassadors(sql: Sql, brandId: string, every: number): Promise<string[]> {
  return (await sql.query<{ id: string }>(draw, [brandId, every])).map(({ id }) => id);
}

const people = `
  SELECT ambassador_id AS "ambassadorId", memberships FROM ambassadors WHERE ambassador_id = ANY ($1::uuid[])`;

export async function simulatedPeople(
  sql: Sql,
  ambassadorIds: readonly string[],
): Promise<SimulatedPerson[]> {
  return await sql.query<SimulatedPerson>(people, [ambassadorIds]);
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
