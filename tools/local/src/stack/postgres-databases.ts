import { join } from 'node:path';
import { serviceNames } from '../services/service-names.js';
import { ensureDatabases } from './databases.js';
import { postgresLaunch } from './postgres.js';
import { keptSecret } from './secrets.js';
import type { Launch } from './supervised.js';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Where a `<SERVICE>_DATABASE_URL` may be given. */
  readonly given: NodeJS.ProcessEnv;
  readonly env: NodeJS.ProcessEnv;
  readonly ephemeral: boolean;
  readonly host: string;
  readonly port: () => Promise<number>;
}

/** "portal-bff" → PORTAL_BFF_DATABASE_URL. */
export function databaseVariable(service: string): string {
  return `${roleOf(service).toUpperCase()}_DATABASE_URL`;
}

/**
 * The services' database URLs, and Postgres itself unless every one of them was given. Each service has a role
 * and a database of its own.
 */
export async function embeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<{ env: Record<string, string>; launch?: Launch }> {
  const { dataDir, given } = options;
  const env: Record<string, string> = {};
  const missing: string[] = [];
  for (const service of serviceNames) {
    const url = given[databaseVariable(service)];
    if (url) env[databaseVariable(service)] = url;
    else missing.push(service);
  }
  if (missing.length === 0) return { env };
  const port = await options.port();
  const urlOf = (user: string, database: string): string =>
    `postgres://${user}:${keptSecret(dataDir, `postgres/${user}`)}@${options.host}:${port}/${database}`;
  for (const service of missing) env[databaseVariable(service)] = urlOf(roleOf(service), roleOf(service));
  const superuserUrl = urlOf('postgres', 'postgres');
  const owners = missing
    .map(roleOf)
    .map(name => ({ name, password: keptSecret(dataDir, `postgres/${name}`) }));
  const launch = postgresLaunch({
    dir: join(dataDir, 'postgres'),
    host: options.host,
    port,
    password: keptSecret(dataDir, 'postgres/postgres'),
    ephemeral: options.ephemeral,
    env: options.env,
    prepare: () => ensureDatabases(superuserUrl, owners),
  });
  return { env: { ...env, POSTGRES_URL: superuserUrl }, launch };
}

function roleOf(service: string): string {
  return service.replaceAll('-', '_');
}
