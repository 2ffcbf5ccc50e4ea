import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Client } from 'pg';
import { type About, files } from './base-backup.js';
import { Refusal } from './refusal.js';
import { connectForReplication, streamBaseBackup } from './replication.js';
import { verify } from './verify.js';

export interface TakeOptions {
  /** Of any database of the server, as a role with REPLICATION. */
  url: string;
  /** Where base backups lie, a folder each. */
  backups: string;
}

/**
 * A base backup of a running server, with all its databases. It is there, whole and compared with the server's own
 * checksums, or not at all.
 * @returns its folder.
 * @throws Refusal where a recovery from it would be impossible.
 */
export async function take({ url, backups }: TakeOptions, say: (line: string) => void): Promise<string> {
  const client = await connectForReplication(url, say);
  let partial: string | undefined;
  try {
    await refuseWithoutArchive(client);
    const startedAt = await now(client);
    const dir = join(resolve(backups), startedAt.replaceAll(':', '-'));
    partial = `${dir}.partial`;
    if (existsSync(dir)) throw new Refusal(`${dir} is there already.`);
    mkdirSync(partial, { recursive: true, mode: 0o700 });
    const wal = await receive(client, partial);
    const server = await serverOf(client);
    await verify(partial);
    const about: About = {
      ...server,
      timeline: wal.timeline,
      startLsn: wal.start,
      endLsn: wal.end,
      startedAt,
      endedAt: await now(client),
    };
    writeFileSync(join(partial, files.about), `${JSON.stringify(about, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    renameSync(partial, dir);
    await flush(resolve(backups));
    return dir;
  } catch (error) {
    if (partial !== undefined) rmSync(partial, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Writes the data directory as the server sends it, and the server's list of its files. */
async function receive(client: Client, dir: string) {
  const command =
    "BASE_BACKUP (LABEL 'cairn', CHECKPOINT 'fast', WAL false, WAIT true, MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256')";
  let archives = 0;
  let out: FileHandle | undefined;
  const begin = async (name: string) => {
    await out?.sync();
    await out?.close();
    out = await open(join(dir, name), 'wx', 0o600);
  };
  try {
    const wal = await streamBaseBackup(client, command, async part => {
      if (part.kind === 'manifest') await begin(files.manifest);
      else if (part.kind === 'data') await out?.writeFile(part.bytes);
      else if (++archives > 1 || part.tablespace !== '')
        throw new Refusal(
          'The server has tablespaces, which this program does not back up: use pg_basebackup.',
        );
      else await begin(files.tar);
    });
    await out?.sync();
    return wal;
  } finally {
    await out?.close();
  }
}

async function refuseWithoutArchive(client: Client): Promise<void> {
  const mode = await show(client, 'archive_mode');
  if (mode === 'off')
    throw new Refusal(
      "The server archives no WAL, so nothing after the backup could be restored. Set archive_mode = on and archive_library = 'basic_archive' (or an archive_command), and start it again.",
    );
  const { rows } = await client.query<{ wal: string | null }>(
    `SELECT last_failed_wal AS wal FROM pg_stat_archiver
     WHERE last_failed_time > coalesce(last_archived_time, '-infinity')`,
  );
  if (rows[0])
    throw new Refusal(
      `The server cannot archive ${rows[0].wal ?? 'its WAL'}: its log says why. Mend that first; until then WAL gathers on its disk.`,
    );
}

async function serverOf(
  client: Client,
): Promise<Pick<About, 'postgres' | 'systemIdentifier' | 'segmentBytes'>> {
  const { rows } = await client.query<{ id: string; size: number }>(
    `SELECT system_identifier::text AS id, bytes_per_wal_segment AS size
     FROM pg_control_system(), pg_control_init()`,
  );
  if (!rows[0]) throw new Error('the server does not say who it is');
  return {
    postgres: await show(client, 'server_version'),
    systemIdentifier: rows[0].id,
    segmentBytes: rows[0].size,
  };
}

async function now(client: Client): Promise<string> {
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  if (!rows[0]) throw new Error('the server does not say what time it is');
  // Up to the next millisecond: an instant of ours must not lie before the server's.
  return new Date(rows[0].now.getTime() + 1).toISOString();
}

async function show(client: Client, setting: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>(`SELECT current_setting('${setting}') AS value`);
  return rows[0]?.value ?? '';
}

/** A rename is on the disk once its folder is. */
async function flush(dir: string): Promise<void> {
  const handle = await open(dir);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
