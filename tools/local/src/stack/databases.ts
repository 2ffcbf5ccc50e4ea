import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export interface DatabaseOwner {
  readonly name: string;
  readonly password: string;
}

/**
 * One role and one database of the same name for each owner; nobody else may connect to it. Safe to repeat.
 * @param superuserUrl of the database `postgres`
 */
export async function ensureDatabases(superuserUrl: string, owners: readonly DatabaseOwner[]): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const { name, password } of owners) {
      const role = escapeIdentifier(name);
      const exists = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
      await client.query(
        `${exists.rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN PASSWORD ${escapeLiteral(password)}`,
      );
      const made = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (!made.rowCount) await client.query(`CREATE DATABASE ${role} OWNER ${role}`);
      await client.query(`REVOKE CONNECT ON DATABASE ${role} FROM PUBLIC`);
    }
  } finally {
    await client.end();
  }
}

/** Makes an empty database owned by the superuser, replacing one of that name; returns its URL. */
export async function createDatabase(superuserUrl: string, name: string): Promise<string> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
