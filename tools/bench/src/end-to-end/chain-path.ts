import { freePort } from '@cairn/local/stack/ports';
import pg from 'pg';
import { z } from 'zod';
import { hopTable } from '../baseline/chain-types.js';
import type { BenchBrand } from '../brand/bench-brand.js';
import type { Bed } from '../stack/bed.js';
import { databaseUrl, onDatabase } from '../stack/databases.js';
import type { Path } from './path.js';

/** Of every topic of the product that sales pass through. */
const partitions = 12;
const database = 'bench_chain';
const row = z.object({ sales: z.number() });
let chains = 0;

/** What the bare chain is made of: as many hops as the product has, or the shortest there is. */
export interface ChainShape {
  readonly hops: number;
  readonly stored: boolean;
}

/** activity → entries → milestones' events → the read model. */
export const asLongAsTheProduct: ChainShape = { hops: 3, stored: true };
/** produce → consume → SSE. */
export const shortest: ChainShape = { hops: 1, stored: false };

/** Starts the bare chain on topics of its own; ends with `close`. */
export async function chainPath(
  bed: Bed,
  brand: BenchBrand,
  { hops, stored }: ChainShape,
  watched: number,
): Promise<Path & { close(): Promise<void> }> {
  const chain = ++chains;
  const topics = Array.from({ length: hops }, (_, hop) => `bench.chain.${chain}.${hop}`);
  for (const topic of topics) await bed.kafka.createTopic(topic, partitions);
  if (stored) await makeTables(bed, hops);
  const url = databaseUrl(bed.superuserUrl, database);
  const port = await freePort();
  const server = await bed.programs.serve('baseline/chain', {
    ...{ port, brokers: bed.brokers, topics, databaseUrl: stored ? url : null },
  });
  const client = stored ? new pg.Client({ connectionString: url }) : undefined;
  client?.on('error', () => undefined);
  await client?.connect();
  const origin = `http://127.0.0.1:${port}`;
  const lag = async () =>
    (await bed.kafka.lags(`bench-chain-bench.chain.${chain}.`)).map(each => ({
      of: each.group,
      lag: each.lag,
    }));
  return {
    url: `${origin}/v1/events`,
    headers: {},
    // Without tables, what every hop has consumed has arrived.
    arrived: async () => {
      if (client === undefined) return await bed.kafka.records(topics.at(-1)!);
      const { rows } = await client.query(
        `SELECT coalesce(sum(sales), 0)::float8 AS sales FROM ${hopTable(hops - 1)}`,
      );
      return row.parse(rows[0]).sales;
    },
    lag,
    streams: brand.ambassadors.slice(0, watched).map(({ externalId }) => ({
      externalId,
      url: `${origin}/${externalId}`,
      headers: {},
    })),
    close: async () => {
      await client?.end();
      await server.stop();
    },
  };
}

async function makeTables(bed: Bed, hops: number): Promise<void> {
  await onDatabase(bed, 'postgres', async client => {
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${database}`);
  });
  await onDatabase(bed, database, async client => {
    for (let hop = 0; hop < hops; hop++)
      await client.query(
        `CREATE TABLE ${hopTable(hop)} (ambassador text PRIMARY KEY, sales bigint NOT NULL)`,
      );
  });
}
