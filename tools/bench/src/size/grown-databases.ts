import type pg from 'pg';
import { z } from 'zod';
import type { BenchBrand } from '../brand/bench-brand.js';
import type { Bed } from '../stack/bed.js';
import { copyDatabase, onDatabase } from '../stack/databases.js';
import { until } from '../stack/until.js';
import { cloneRows } from './clone-rows.js';
import { type Filling, inIngestion, inPoints, inPortal } from './filling.js';

/** How many people and rows a brand has. */
export interface Size {
  readonly people: number;
  /** Ledger rows a person. */
  readonly rows: number;
}

/** A brand's two databases that a size is told by, beside those of the product. */
export interface Grown extends Size {
  readonly points: string;
  readonly portal: string;
}

const selectModel = `
  SELECT grants.ambassador_id AS id, activity.event_id AS event FROM grants JOIN activity USING (ambassador_id)
  WHERE grants.brand_id = (SELECT brand_id FROM ambassadors WHERE id = $1) AND EXISTS (
    SELECT FROM messages WHERE messages.ambassador_id = grants.ambassador_id)
  LIMIT 1`;
const model = z.object({ id: z.uuid(), event: z.string() });

/** Somebody whose first sale unlocked a tier, with its reward and mail; waits for them. */
export async function modelOf(bed: Bed, brand: BenchBrand, rows: number): Promise<Filling> {
  return await onDatabase(bed, 'portal_bff', async client => {
    const anybody = brand.ambassadors[0]!.id;
    const found = await until(
      'an unlock with its mail',
      async () => (await client.query(selectModel, [anybody])).rows[0] as unknown,
      { limit: 120_000 },
    );
    const { id, event } = model.parse(found);
    const { rows: brands } = await client.query('SELECT brand_id FROM ambassadors WHERE id = $1', [id]);
    const brandId = z.object({ brand_id: z.uuid() }).parse(brands[0]).brand_id;
    return { brandId, ambassadorId: id, eventId: event, rows };
  });
}

/** Copies of points' and portal-bff's databases, grown to a size. Their services must not run. */
export async function grow(
  bed: Bed,
  name: string,
  { people, rows }: Size,
  like: Filling,
  say: (line: string) => void,
): Promise<Grown> {
  const grown = { people, rows, points: `points_${name}`, portal: `portal_${name}` };
  const parts = [
    { from: 'points', to: grown.points, clones: inPoints(like) },
    { from: 'portal_bff', to: grown.portal, clones: inPortal(like) },
  ];
  for (const { from, to } of parts) await copyDatabase(bed, from, to, from);
  await Promise.all(
    parts.map(({ from, to, clones }) =>
      onDatabase(bed, to, async client => {
        await client.query('SET synchronous_commit = off; SET max_parallel_workers_per_gather = 0');
        if (from === 'points') await ensureMonths(client, rows);
        for (const clone of clones) {
          await cloneRows(client, people, clone);
          say(`${to}: ${clone.table} has ${people * clone.each} rows more`);
        }
        await client.query('VACUUM ANALYZE');
        await client.query('CHECKPOINT');
      }),
    ),
  );
  return grown;
}

/** Ingestion knows these people too, so that their sales go under their keys. */
export async function introduce(bed: Bed, people: number, like: Filling): Promise<void> {
  await onDatabase(bed, 'ingestion', async client => {
    for (const clone of inIngestion(like)) await cloneRows(client, people, clone);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  });
}

/** Receipts' partitions as far back as the filling goes. */
async function ensureMonths(client: pg.ClientBase, days: number): Promise<void> {
  await client.query(
    `SELECT ensure_receipt_months(array_agg(DISTINCT to_char(day AT TIME ZONE 'UTC', 'YYYY-MM')))
     FROM generate_series(now() - make_interval(days => $1), now(), interval '1 day') AS day`,
    [days],
  );
}
