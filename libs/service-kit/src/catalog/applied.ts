import type { Envelope } from '@cairn/contracts/envelope';
import type { CatalogStream } from '@cairn/contracts/topics';
import type { Sql } from '../postgres/sql.js';

const upsertApplied = `
  INSERT INTO catalog_applied (brand_id, stream, version)
  SELECT brand_id, $2, max(version)
  FROM unnest($1::uuid[], $3::bigint[]) AS row (brand_id, version)
  GROUP BY brand_id ORDER BY brand_id
  ON CONFLICT (brand_id, stream) DO UPDATE SET version = greatest(catalog_applied.version, excluded.version)`;

/** Remembers, with the chunk's effects, how far this service's copy of each brand's catalog is. */
export async function recordApplied(
  sql: Sql,
  stream: CatalogStream,
  events: readonly Envelope[],
): Promise<void> {
  await sql.query(upsertApplied, [
    events.map(event => event.brandid),
    stream,
    events.map(event => event.aggregateversion ?? 0),
  ]);
}

const selectApplied = 'SELECT version FROM catalog_applied WHERE brand_id = $1 AND stream = $2';

/** How far this service is with one brand's stream; 0 where it has seen nothing. */
export async function appliedVersion(sql: Sql, brandId: string, stream: CatalogStream): Promise<number> {
  const [row] = await sql.query<{ version: number }>(selectApplied, [brandId, stream]);
  return row?.version ?? 0;
}
