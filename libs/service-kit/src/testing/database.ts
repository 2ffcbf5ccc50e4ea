import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../postgres/data-source.js';
import { type Migration, migrate } from '../postgres/migrate.js';

export interface TestDatabase {
  db: DataSource;
  url: string;
  /** Cuts every connection and lets nobody in while `during` runs. */
  outage(during: () => Promise<void>): Promise<void>;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/**
 * A migrated database of its own on the Postgres that TEST_POSTGRES_URL names (`npm test` sets it).
 * @throws Error where the variable is missing.
 */
export async function createTestDatabase(migrations: readonly Migration[]): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (server === undefined) throw new Error('TEST_POSTGRES_URL is not set: run the tests by npm test');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await admin(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href, migrations);
  const db = await new DataSource(dataSourceOptions(url.href, 8, 'test')).initialize();
  return {
    db,
    url: url.href,
    outage: async during => {
      await admin(server, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
      try {
        await admin(
          server,
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
        );
        await during();
      } finally {
        await admin(server, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
      }
    },
    drop: async () => {
      await db.destroy();
      await admin(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function admin(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
