import type { ServiceName } from '@cairn/local/services/service-names';
import pg from 'pg';

/** The services' databases, looked at from outside: a connection a question, so that none is in a restore's way. */
export class Databases {
  constructor(private readonly env: Readonly<Record<string, string>>) {}

  async query<Row extends pg.QueryResultRow>(
    of: ServiceName | 'superuser',
    text: string,
    params: readonly unknown[] = [],
  ): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.urlOf(of), connectionTimeoutMillis: 5_000 });
    // A kill of Postgres reaches this connection too; the query then fails.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(text, [...params])).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** The database as it is now, kept aside. Nobody may be connected to it. */
  async keep(of: ServiceName): Promise<void> {
    const name = databaseOf(of);
    await this.query('superuser', `DROP DATABASE IF EXISTS ${name}_kept`);
    await this.query('superuser', `CREATE DATABASE ${name}_kept TEMPLATE ${name} OWNER ${name}`);
  }

  /** Puts what was kept in the place of the database. Nobody may be connected to it. */
  async restore(of: ServiceName): Promise<void> {
    const name = databaseOf(of);
    await this.query('superuser', `DROP DATABASE ${name} WITH (FORCE)`);
    await this.query('superuser', `ALTER DATABASE ${name}_kept RENAME TO ${name}`);
  }

  private urlOf(of: ServiceName | 'superuser'): string {
    const variable = of === 'superuser' ? 'POSTGRES_URL' : `${databaseOf(of).toUpperCase()}_DATABASE_URL`;
    const url = this.env[variable];
    if (url === undefined) throw new Error(`${variable} is not there`);
    return url;
  }
}

function databaseOf(service: ServiceName): string {
  return service.replaceAll('-', '_');
}
