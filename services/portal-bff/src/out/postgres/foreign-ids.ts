import type { Sql } from '@cairn/service-kit/postgres/sql';

/** Everything with an id of its own that a message may name, and whose it is. */
const known = `
  SELECT id, id AS brand_id FROM brands
  UNION ALL SELECT id, brand_id FROM api_keys
  UNION ALL SELECT id, brand_id FROM members
  UNION ALL SELECT id, brand_id FROM ambassadors
  UNION ALL SELECT id, brand_id FROM programs
  UNION ALL SELECT id, brand_id FROM series
  UNION ALL SELECT id, brand_id FROM actions
  UNION ALL SELECT id, brand_id FROM campaigns
  UNION ALL SELECT id, brand_id FROM unlocks
  UNION ALL SELECT id, brand_id FROM grants
  UNION ALL SELECT id, brand_id FROM messages`;

const selectForeign = `
  SELECT id FROM (${known}) AS known WHERE id = ANY($2::uuid[]) AND brand_id <> $1 ORDER BY id LIMIT 1`;

/** One of these ids that is another brand's, as far as the read model knows; undefined where none is. */
export async function findForeignId(
  sql: Sql,
  brandId: string,
  ids: readonly string[],
): Promise<string | undefined> {
  const [row] = await sql.query<{ id: string }>(selectForeign, [brandId, ids]);
  return row?.id;
}
