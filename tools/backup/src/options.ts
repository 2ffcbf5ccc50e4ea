import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { PruneOptions } from './prune.js';
import { Refusal } from './refusal.js';
import type { RestoreOptions } from './restore.js';
import type { TakeOptions } from './take.js';

export const usage = `Usage: npm run backup -- COMMAND [options]
  take     a base backup of a running server, all its databases
    --backups DIR           where base backups lie, a folder each
    BACKUP_DATABASE_URL     the server, by any of its databases, as a role with REPLICATION
  verify   reads the base backups whole and compares their checksums
    --backups DIR
  restore  lays out a data directory that recovers to an instant when its server starts
    --backups DIR
    --archive DIR           where the server's WAL was archived
    --data DIR              the new data directory, missing or empty
    --at INSTANT            such as 2026-11-23T13:05:00Z, or \`latest\`: the end of the archive
    --timeline N            the history to follow after restores; default: the newest
    --restore-command CMD   how the new server fetches %f to %p, where the archive lies elsewhere for it
  prune    deletes base backups and WAL that no instant of the last days needs
    --backups DIR  --archive DIR  --keep-days N
`;

export type Command =
  | ({ name: 'take' } & TakeOptions)
  | { name: 'verify'; backups: string }
  | ({ name: 'restore' } & RestoreOptions)
  | ({ name: 'prune' } & PruneOptions);

const instant = z.iso.datetime({ offset: true });
const count = z.coerce.number().int().min(1);

/** Reads the command line; null when help was asked for. @throws Refusal with words for a person. */
export function readCommand(args: string[], env: NodeJS.ProcessEnv): Command | null {
  const { values, positionals } = parse(args);
  const given = (name: 'backups' | 'archive' | 'data' | 'at' | 'keep-days'): string => {
    const value = values[name];
    if (value === undefined || value === '') throw new Refusal(`--${name} is missing.`);
    return value;
  };
  if (values.help || positionals.length === 0) return null;
  const [name] = positionals;
  switch (name) {
    case 'take': {
      const url = env.BACKUP_DATABASE_URL;
      // In the environment, since a command line can be read by everybody on the machine.
      if (!url) throw new Refusal('BACKUP_DATABASE_URL is missing: the server, as a role with REPLICATION.');
      return { name, url, backups: given('backups') };
    }
    case 'verify':
      return { name, backups: given('backups') };
    case 'restore':
      return {
        name,
        backups: given('backups'),
        archive: given('archive'),
        data: given('data'),
        at: instantOf(given('at')),
        timeline: values.timeline === undefined ? null : countOf('--timeline', values.timeline),
        restoreCommand: values['restore-command'] ?? null,
      };
    case 'prune':
      return {
        name,
        backups: given('backups'),
        archive: given('archive'),
        keepDays: countOf('--keep-days', given('keep-days')),
      };
    default:
      throw new Refusal(`There is no command ${name}.`);
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        backups: { type: 'string' },
        archive: { type: 'string' },
        data: { type: 'string' },
        at: { type: 'string' },
        timeline: { type: 'string' },
        'restore-command': { type: 'string' },
        'keep-days': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

function instantOf(text: string): Date | null {
  if (text === 'latest') return null;
  if (!instant.safeParse(text).success)
    throw new Refusal(
      `--at ${text} is no instant with its offset, such as 2026-11-23T13:05:00Z, and not \`latest\`.`,
    );
  return new Date(text);
}

function countOf(option: string, text: string): number {
  const parsed = count.safeParse(text);
  if (!parsed.success) throw new Refusal(`${option} ${text} is no whole number from 1.`);
  return parsed.data;
}
