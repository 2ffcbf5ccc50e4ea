import { z } from 'zod';
import type { Bed } from '../stack/bed.js';
import { onDatabase } from '../stack/databases.js';

const slowStatement = z.object({
  text: z.string(),
  calls: z.number(),
  /** Milliseconds. */
  total: z.number(),
  mean: z.number(),
  /** Of the time of all statements of the database; 0 to 1. */
  share: z.number(),
});
export type SlowStatement = z.infer<typeof slowStatement>;

const selectSlowest = `
  SELECT query AS text, calls::float8, total_exec_time::float8 AS total, mean_exec_time::float8 AS mean,
    (total_exec_time / nullif(sum(total_exec_time) OVER (), 0))::float8 AS share
  FROM pg_stat_statements JOIN pg_database ON pg_database.oid = dbid
  WHERE datname = $1 AND toplevel
  ORDER BY total_exec_time DESC LIMIT $2`;

/** Begins to count statements anew, of every database. */
export async function forgetStatements(bed: Bed): Promise<void> {
  await onDatabase(bed, 'postgres', async client => {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    await client.query('SELECT pg_stat_statements_reset()');
  });
}

/** The statements of a database with the most time in all since then, the most expensive first. */
export async function slowestStatements(bed: Bed, database: string, most: number): Promise<SlowStatement[]> {
  return await onDatabase(bed, 'postgres', async client => {
    const { rows } = await client.query(selectSlowest, [database, most]);
    return z.array(slowStatement).parse(rows);
  });
}
