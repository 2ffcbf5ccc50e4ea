import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

export type Migration = new () => MigrationInterface;

/** Any number that nothing else in the service's database uses. */
const migrationLock = 728_190_001;

/**
 * A forward-only step in SQL, safe while the old version still runs. `name` ends in 13 digits, by which TypeORM
 * orders (`Ledger1764000000001`). `transaction: false` is for CREATE INDEX CONCURRENTLY and its like.
 */
export function sqlMigration(name: string, sql: string, options = { transaction: true }): Migration {
  return class implements MigrationInterface {
    readonly name = name;
    readonly transaction = options.transaction;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }

    async down(): Promise<void> {
      throw new Error(`${name} goes forward only: write a new migration`);
    }
  };
}

/**
 * Applies what is missing, in order, each in a transaction of its own; an advisory lock keeps a second runner waiting.
 * @returns the names applied now.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const guard = new pg.Client({ connectionString: url });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const db = await new DataSource({
      type: 'postgres',
      url,
      migrations: [...migrations],
      migrationsTransactionMode: 'each',
      extra: { options: '-c lock_timeout=2s' },
    }).initialize();
    try {
      return (await db.runMigrations()).map(done => done.name);
    } finally {
      await db.destroy();
    }
  } finally {
    await guard.end();
  }
}
