import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDatabases } from '@cairn/local/stack/databases';
import { repoRoot } from '@cairn/local/stack/paths';
import { freePort } from '@cairn/local/stack/ports';
import { postgresLaunch } from '@cairn/local/stack/postgres';
import { RunFile } from '@cairn/local/stack/run-file';
import { Supervised } from '@cairn/local/stack/supervised';
import { until } from '@cairn/service-kit/testing/until';
import pg from 'pg';

const program = join(repoRoot, 'tools', 'backup', 'dist', 'main.js');
const password = 'for-tests-only';

/** One service's Postgres server, which archives its WAL, and what an operator does with it. */
export interface ArchivingServer {
  /** Of the service's database. */
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  takeBaseBackup(): Promise<void>;
  /** The server stopped, its data moved aside: restored by the program as by hand, and started again. */
  restore(at: Date | 'latest', timeline?: number): Promise<void>;
}

/** `npm run backup -- …`, to its end. */
export function backupProgram(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; err: string }> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...process.env, ...env } },
      (error, _out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), err });
      },
    );
  });
}

async function done(ran: ReturnType<typeof backupProgram>): Promise<void> {
  const { code, err } = await ran;
  if (code !== 0) throw new Error(err);
}

/** Nothing runs yet. `dir`: everything of it, data, archive and base backups. */
export async function archivingServer(owner: string, dir: string): Promise<ArchivingServer> {
  const [archive, backups, data] = [join(dir, 'archive'), join(dir, 'backups'), join(dir, 'data')];
  mkdirSync(archive, { recursive: true });
  chmodSync(dir, 0o711);
  // Postgres may run as another user.
  chmodSync(archive, 0o777);
  const port = await freePort();
  const urlOf = (user: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const superuser = urlOf('postgres', 'postgres');
  const launch = postgresLaunch({
    dir,
    host: '127.0.0.1',
    port,
    password,
    ephemeral: true,
    env: process.env,
    settings: {
      archive_mode: 'on',
      archive_library: 'basic_archive',
      'basic_archive.archive_directory': archive,
      shared_buffers: '64MB',
    },
    prepare: async () => {
      await untilRecovered(superuser);
      await ensureDatabases(superuser, [{ name: owner, password }]);
    },
  });
  const server = new Supervised(launch, {
    logDir: dir,
    runFile: new RunFile(dir),
    progress: { during: (_name, work) => work, note: () => undefined, trouble: () => undefined },
    verbose: false,
  });
  let lost = 0;
  return {
    url: urlOf(owner, owner),
    start: () => server.start(),
    stop: () => server.stop(),
    takeBaseBackup: async () => {
      await done(backupProgram(['take', '--backups', backups], { BACKUP_DATABASE_URL: superuser }));
    },
    restore: async (at, timeline) => {
      await server.stop();
      renameSync(data, join(dir, `lost-${++lost}`));
      await done(
        backupProgram([
          ...['restore', '--backups', backups, '--archive', archive, '--data', data],
          ...['--at', at === 'latest' ? at : at.toISOString()],
          ...(timeline === undefined ? [] : ['--timeline', String(timeline)]),
        ]),
      );
      await server.start();
    },
  };
}

/** A server that recovers takes readers before it takes writers. */
async function untilRecovered(url: string): Promise<void> {
  await until('the server has recovered', async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ recovers: boolean }>('SELECT pg_is_in_recovery() AS recovers');
      return rows[0]?.recovers === false;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  });
}
