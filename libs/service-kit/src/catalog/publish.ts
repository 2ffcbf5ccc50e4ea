import type { EventDefinition } from '@cairn/contracts/envelope';
import type { ServiceName } from '@cairn/contracts/services';
import type { CatalogStream } from '@cairn/contracts/topics';
import type { z } from 'zod';
import { type Cause, deriveEvent } from '../events/derive.js';
import { appendToOutbox, type OutgoingEvent } from '../outbox/append.js';
import type { Sql } from '../postgres/sql.js';

const takeVersions = `
  INSERT INTO catalog_versions (brand_id, stream, version) VALUES ($1, $2, $3)
  ON CONFLICT (brand_id, stream) DO UPDATE SET version = catalog_versions.version + $3
  RETURNING version`;

/** What the barrier waits for: this stream of this brand at this version (design.md §3). */
export interface CatalogMark {
  stream: CatalogStream;
  version: number;
}

/** One thing of the catalog as it now is; `key` follows the topic table. */
export interface CatalogChange<Definition extends EventDefinition = EventDefinition> {
  definition: Definition;
  key: string;
  data: z.infer<Definition['data']>;
}

/**
 * Publishes a brand's changed configuration through the outbox. The counter's row stays locked until the commit, so
 * the versions of one brand and stream are published in order.
 * @returns the mark that a reader must have reached to judge by all of these.
 */
export async function publishCatalog(
  sql: Sql,
  source: ServiceName,
  stream: CatalogStream,
  cause: Cause,
  now: Date,
  changes: readonly CatalogChange[],
): Promise<CatalogMark> {
  const [row] = await sql.query<{ version: number }>(takeVersions, [cause.brandId, stream, changes.length]);
  const version = row!.version;
  const events = changes.map<OutgoingEvent>((change, index) => ({
    topic: stream,
    key: change.key,
    event: deriveEvent(change.definition, {
      source,
      cause,
      ordinal: change.key,
      aggregate: `catalog:${stream}:${cause.brandId}`,
      version: version - changes.length + 1 + index,
      time: now.toISOString(),
      data: change.data,
    }),
  }));
  await appendToOutbox(sql, events);
  return { stream, version };
}
