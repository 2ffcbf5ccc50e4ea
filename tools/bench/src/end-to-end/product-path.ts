import pg from 'pg';
import { z } from 'zod';
import { type BenchBrand, portalSession } from '../brand/bench-brand.js';
import { pointsASale } from '../load/sale.js';
import type { StreamAddress } from '../load/watched-stream.js';
import type { Bed } from '../stack/bed.js';
import { databaseUrl } from '../stack/databases.js';
import type { Path } from './path.js';

const selectPoints = `
  SELECT coalesce(sum((state->>'points')::bigint), 0)::float8 AS points FROM progress WHERE series_id = $1`;

/** From POST /v1/events to the read model's progress, and its stream in the portal. Ends with `close`. */
export async function productPath(
  bed: Bed,
  brand: BenchBrand,
  watched: number,
): Promise<Path & { close(): Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl(bed.superuserUrl, 'portal_bff') });
  client.on('error', () => undefined);
  await client.connect();
  const row = z.object({ points: z.number() });
  const streams: StreamAddress[] = [];
  for (const { id, externalId } of brand.ambassadors.slice(0, watched)) {
    const token = await portalSession(bed, brand, id);
    const url = `${bed.cairn.urls.portal.replace('localhost', '127.0.0.1')}/api/portal/v1/stream`;
    streams.push({ externalId, url, headers: { authorization: `Bearer ${token}` } });
  }
  return {
    url: `${bed.cairn.urls.ingestion.replace('localhost', '127.0.0.1')}/v1/events`,
    headers: { authorization: `Bearer ${brand.apiKey}` },
    arrived: async () => {
      const { rows } = await client.query(selectPoints, [brand.seriesId]);
      return row.parse(rows[0]).points / pointsASale;
    },
    lag: async () =>
      (await bed.kafka.lags('cairn.')).map(({ group, topic, lag }) => ({ of: `${group} on ${topic}`, lag })),
    streams,
    close: () => client.end(),
  };
}
