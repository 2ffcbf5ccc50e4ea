import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson } from './json-file.js';
import { isSameProcess, processBegan } from './process-identity.js';
import { StartFailure } from './start-failure.js';

const owner = z.object({ pid: z.number().int(), began: z.string() });

/** The pid of the living process that works on this data directory, if any. */
export function lockOwner(dataDir: string): number | undefined {
  const held = readJson(join(dataDir, 'lock.json'), owner);
  return held && isSameProcess(held.pid, held.began) ? held.pid : undefined;
}

/**
 * One copy a data directory. The lock of a process that no longer lives is taken over.
 * @returns what gives the lock back
 * @throws StartFailure naming the pid of the copy that holds it
 */
export function takeLock(dataDir: string): () => void {
  const path = join(dataDir, 'lock.json');
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, began: processBegan(process.pid) ?? '' }));
  try {
    while (!linked(mine, path)) {
      const pid = lockOwner(dataDir);
      if (pid !== undefined)
        throw new StartFailure(
          `Cairn is already running on ${dataDir} (process ${pid}): stop it first, or give this one CAIRN_DATA_DIR and PORT_BASE of its own.`,
        );
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** A hard link appears with its content or not at all, which `open` with O_EXCL does not promise. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')
      return false;
    throw error;
  }
}
