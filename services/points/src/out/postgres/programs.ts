import type { Sql } from '@cairn/service-kit/postgres/sql';

const select = 'SELECT program_id AS id FROM programs WHERE brand_id = $1 AND program_id = ANY($2::uuid[])';

/** Those of the ids that are programs of the brand. */
export async function knownPrograms(sql: Sql, brandId: string, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await sql.query<{ id: string }>(select, [brandId, ids])).map(row => row.id));
}
