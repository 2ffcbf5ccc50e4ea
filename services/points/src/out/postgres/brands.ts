import type { Sql } from '@cairn/service-kit/postgres/sql';

const selectMissing = `
  SELECT brand_id AS "brandId" FROM unnest($1::uuid[]) AS row (brand_id)
  WHERE NOT EXISTS (SELECT FROM brands WHERE brands.brand_id = row.brand_id)`;

/**
 * Waits for the catalog where it is behind: ingestion knows a brand before it takes its events, so one that points does
 * not know yet is about to come.
 * @throws Error that the chunk is retried for.
 */
export async function brandsKnown(sql: Sql, brandIds: readonly string[]): Promise<void> {
  const missing = await sql.query<{ brandId: string }>(selectMissing, [brandIds]);
  if (missing.length > 0) {
    throw new Error(`brands not yet in the catalog copy: ${missing.map(row => row.brandId).join(', ')}`);
  }
}

const selectWhole = `
  SELECT 1 FROM brands WHERE brand_id = $1 AND timezone IS NOT NULL AND review IS NOT NULL`;

/** Whether the copy has what limits, disclosures and reviews are judged by. */
export async function isBrandWhole(sql: Sql, brandId: string): Promise<boolean> {
  return (await sql.query(selectWhole, [brandId])).length === 1;
}
