import {
  chmodSync,
  chownSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { type BaseBackup, baseBackups, files, firstSegment } from './base-backup.js';
import { Refusal } from './refusal.js';
import { verify } from './verify.js';

export interface RestoreOptions {
  backups: string;
  /** Where the server's WAL was archived. */
  archive: string;
  /** The data directory to fill: missing or empty. */
  data: string;
  /** The last instant to bring back; null: the end of the archive. */
  at: Date | null;
  /** Whose history to follow where databases were restored before; null: the newest. */
  timeline: number | null;
  /** How the new server fetches `%f` to `%p`; default: from `archive`, by cp. */
  restoreCommand: string | null;
}

/**
 * Lays out a data directory, so that a server started on it recovers to the instant and then takes writes, on a timeline
 * of its own. Nothing is written before everything was checked.
 * @returns the base backup that was taken.
 */
export async function restore(options: RestoreOptions): Promise<BaseBackup> {
  const data = resolve(options.data);
  refuseUsed(data);
  const from = backupFor(options);
  const archive = resolve(options.archive);
  if (!existsSync(join(archive, firstSegment(from))))
    throw new Refusal(
      `${archive} lacks ${firstSegment(from)}, with which recovery from ${from.name} begins: is this the server's archive, and was it pruned?`,
    );
  await verify(from.dir);
  await unpack(join(from.dir, files.tar), data);
  configure(data, recoverySettings(options, archive));
  return from;
}

function refuseUsed(data: string): void {
  if (!existsSync(data)) return;
  if (existsSync(join(data, 'postmaster.pid')))
    throw new Refusal(`A server runs on ${data}, or was killed there: stop it, and move that folder aside.`);
  if (readdirSync(data).length > 0)
    throw new Refusal(`${data} is not empty: move it aside. It may hold WAL that was not archived yet.`);
}

/** The newest base backup from which the instant can be reached. */
function backupFor({
  backups,
  at,
  timeline,
}: Pick<RestoreOptions, 'backups' | 'at' | 'timeline'>): BaseBackup {
  const all = baseBackups(backups);
  const known = all.filter(each => timeline === null || each.timeline <= timeline);
  if (known.length === 0)
    throw new Refusal(
      `${resolve(backups)} has no base backup${timeline === null ? '' : ` up to timeline ${timeline}`}.`,
    );
  if (at !== null && at.getTime() > Date.now())
    throw new Refusal(`${at.toISOString()} has not come yet: for all there is, say --at latest.`);
  const found = known.findLast(({ endedAt }) => at === null || Date.parse(endedAt) <= at.getTime());
  if (found === undefined)
    throw new Refusal(
      `No base backup had ended at ${at?.toISOString()}: the oldest ended at ${known[0]?.endedAt}, and nothing before that instant can be restored.`,
    );
  return found;
}

async function unpack(tar: string, data: string): Promise<void> {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  let owner: Header | undefined;
  for await (const entry of createReadStream(tar).pipe(extract())) {
    const { header } = entry;
    owner ??= header;
    const path = resolve(data, header.name);
    if (path !== data && !path.startsWith(data + sep))
      throw new Refusal(`${tar} has ${header.name}, which lies outside.`);
    if (header.type === 'directory') {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      entry.resume();
    } else {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(entry, createWriteStream(path, { mode: 0o600, flush: true }));
    }
    own(path, header);
  }
  chmodSync(data, 0o700);
  if (owner) own(data, owner);
}

/** Files belong to whom they belonged, if we may say so. */
function own(path: string, { uid, gid }: Pick<Header, 'uid' | 'gid'>): void {
  if (process.getuid?.() === 0 && uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

function recoverySettings(
  { at, timeline, restoreCommand }: RestoreOptions,
  archive: string,
): Record<string, string> {
  return {
    restore_command: restoreCommand ?? `cp "${archive}/%f" "%p"`,
    // Postgres takes no letter for a time zone here.
    recovery_target_time: at?.toISOString().replace('T', ' ').replace('Z', '+00') ?? '',
    recovery_target_timeline: timeline === null ? 'latest' : String(timeline),
    recovery_target_action: 'promote',
  };
}

/** What an earlier restore had set is taken out: the backup may be of a server that was restored itself. */
function configure(data: string, settings: Record<string, string>): void {
  const path = join(data, 'postgresql.auto.conf');
  const kept = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => !/^\s*(restore_command|recovery_\w+)\s*=/.test(line) && line !== '');
  const added = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  writeFileSync(path, `${[...kept, ...added].join('\n')}\n`, { flush: true });
  const signal = join(data, 'recovery.signal');
  writeFileSync(signal, '', { mode: 0o600, flush: true });
  const { uid, gid } = statSync(path);
  own(signal, { uid, gid });
}
