import { randomBytes } from 'node:crypto';
import { dataSourceOptions } from '@cairn/service-kit/postgres/data-source';
import { migrate } from '@cairn/service-kit/postgres/migrate';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';

export interface TestDatabase {
  url: string;
  db: DataSource;
  drop: () => Promise<void>;
}

/** A migrated database of its own on TEST_POSTGRES_URL. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (server === undefined) throw new Error('TEST_POSTGRES_URL says where Postgres is; npm test sets it');
  const name = `portal_bff_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href, migrations);
  const db = await new DataSource(dataSourceOptions(url.href, 10, 'test')).initialize();
  return {
    url: url.href,
    db,
    drop: async () => {
      await db.destroy();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
