import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from './refusal.js';
import { segmentOf } from './wal.js';

/** The files of one base backup. */
export const files = { tar: 'base.tar', manifest: 'backup_manifest', about: 'backup.json' } as const;

const about = z.object({
  postgres: z.string(),
  systemIdentifier: z.string(),
  timeline: z.int().positive(),
  startLsn: z.string(),
  endLsn: z.string(),
  segmentBytes: z.int().positive(),
  /** By the server's clock. A recovery may stop at any instant from `endedAt` on. */
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
});

export type About = z.infer<typeof about>;

export interface BaseBackup extends About {
  name: string;
  dir: string;
}

/** The base backups that are whole, oldest first. @throws Refusal where one says what this program does not know. */
export function baseBackups(dir: string): BaseBackup[] {
  if (!existsSync(dir)) throw new Refusal(`${dir} is not there: --backups is where \`take\` wrote to.`);
  return readdirSync(dir)
    .filter(name => existsSync(join(dir, name, files.about)) && !name.endsWith('.partial'))
    .map(name => ({ ...readAbout(join(dir, name)), name, dir: join(dir, name) }))
    .sort((a, b) => Date.parse(a.endedAt) - Date.parse(b.endedAt));
}

/** The first file of the archive that a recovery from it reads. */
export function firstSegment({ timeline, startLsn, segmentBytes }: About): string {
  return segmentOf(timeline, startLsn, segmentBytes);
}

function readAbout(dir: string): About {
  const path = join(dir, files.about);
  const parsed = about.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Refusal(`${path} is not of a base backup by this program.`);
  return parsed.data;
}
