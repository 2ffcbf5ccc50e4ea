import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockOwner, takeLock } from './lock.js';
import type { Progress } from './progress.js';
import { RunFile } from './run-file.js';

export interface DataDir {
  readonly path: string;
  readonly logDir: string;
  readonly runFile: RunFile;
  /** Gives the lock back, and deletes the directory of an ephemeral stack. */
  release(): void;
}

const prefix = 'cairn-stack-';

/**
 * Locks the directory and ends what a killed run left in it.
 * @throws StartFailure when another copy runs on it
 */
export async function openDataDir(path: string, progress: Progress): Promise<DataDir> {
  mkdirSync(join(path, 'logs'), { recursive: true });
  const unlock = takeLock(path);
  const runFile = new RunFile(path);
  const ended = await runFile.endLeftovers();
  if (ended.length > 0) progress.note(`ended what a killed run had left: ${ended.join(', ')}`);
  return { path, logDir: join(path, 'logs'), runFile, release: unlock };
}

/** A directory of its own under the system's temporary one, after clearing away those of killed runs. */
export async function openEphemeralDir(progress: Progress): Promise<DataDir> {
  await sweep(progress);
  const path = mkdtempSync(join(tmpdir(), prefix));
  // Postgres may run as another user, which must be able to pass through.
  chmodSync(path, 0o711);
  const dir = await openDataDir(path, progress);
  return { ...dir, release: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

async function sweep(progress: Progress): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const path = join(tmpdir(), name);
    // Without a lock file it may be about to get one.
    if (!name.startsWith(prefix) || !existsSync(join(path, 'lock.json')) || lockOwner(path) !== undefined)
      continue;
    const { release } = await openDataDir(path, progress);
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    release();
  }
}
