import pg from 'pg';
import type { Bed } from './bed.js';

/** A client of one database of the stack, as superuser; ended after `work`. */
export async function onDatabase<Result>(
  bed: Pick<Bed, 'superuserUrl'>,
  database: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl(bed.superuserUrl, database) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same server and user, another database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
}

/**
 * A database as it was when `template` was made of it: tables, indexes, rows. Replaces one of that name, and ends
 * with a checkpoint, so that each measurement begins with nothing left to write.
 */
export async function copyDatabase(bed: Bed, template: string, name: string, owner: string): Promise<void> {
  await onDatabase(bed, 'postgres', async client => {
    const [from, to, role] = [template, name, owner].map(pg.escapeIdentifier);
    await client.query(`DROP DATABASE IF EXISTS ${to} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${to} TEMPLATE ${from} OWNER ${role} STRATEGY FILE_COPY`);
    await client.query(`REVOKE CONNECT ON DATABASE ${to} FROM PUBLIC`);
    await client.query('CHECKPOINT');
  });
}
