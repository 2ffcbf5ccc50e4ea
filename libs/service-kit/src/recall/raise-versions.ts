import type { Envelope } from '@cairn/contracts/envelope';
import type { CatalogStream } from '@cairn/contracts/topics';
import type { Sql } from '../postgres/sql.js';

const raise = `
  INSERT INTO catalog_versions (brand_id, stream, version)
  SELECT brand_id, $2, max(version)
  FROM unnest($1::uuid[], $3::bigint[]) AS row (brand_id, version)
  GROUP BY brand_id ORDER BY brand_id
  ON CONFLICT (brand_id, stream) DO UPDATE SET version = excluded.version
    WHERE catalog_versions.version < excluded.version`;

/** Counts a brand's catalog on from what was published, so that readers take the next change for a newer one. */
export async function raiseVersions(
  sql: Sql,
  stream: CatalogStream,
  events: readonly Envelope[],
): Promise<void> {
  await sql.query(raise, [
    events.map(event => event.brandid),
    stream,
    events.map(event => event.aggregateversion ?? 0),
  ]);
}
