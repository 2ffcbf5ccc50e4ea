import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BaseBackup, baseBackups, firstSegment } from './base-backup.js';
import { segmentsBefore } from './wal.js';

export interface PruneOptions {
  backups: string;
  archive: string;
  /** Every instant of so many days back can still be restored afterwards. */
  keepDays: number;
}

const dayMs = 86_400_000;

/** Deletes base backups that no instant within the days needs, and the WAL from before the oldest that stays. */
export function prune(
  { backups, archive, keepDays }: PruneOptions,
  now: Date,
): { backups: string[]; segments: number } {
  const { gone, kept } = splitByNeed(baseBackups(backups), new Date(now.getTime() - keepDays * dayMs));
  for (const { dir } of gone) rmSync(dir, { recursive: true });
  const [oldest] = kept.map(firstSegment).toSorted((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1));
  if (oldest === undefined) return { backups: [], segments: 0 };
  const segments = segmentsBefore(oldest, readdirSync(archive));
  for (const segment of segments) rmSync(join(archive, segment));
  return { backups: gone.map(({ name }) => name), segments: segments.length };
}

/** What has ended since, and the newest that had ended by then: from it the first instants are reached. */
export function splitByNeed<Each extends Pick<BaseBackup, 'endedAt'>>(
  oldestFirst: readonly Each[],
  since: Date,
): { gone: Each[]; kept: Each[] } {
  const before = oldestFirst.filter(({ endedAt }) => Date.parse(endedAt) <= since.getTime()).length;
  const from = Math.max(0, before - 1);
  return { gone: oldestFirst.slice(0, from), kept: oldestFirst.slice(from) };
}
