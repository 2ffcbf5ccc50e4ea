import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.js';
import { isSameProcess, processBegan } from './process-identity.js';

const entry = z.object({ name: z.string(), pid: z.number().int(), began: z.string() });
type Entry = z.infer<typeof entry>;

/** Which processes of ours live, on disk, so that a start after a SIGKILL can end what was left. */
export class RunFile {
  private entries: Entry[] = [];
  private readonly path: string;

  constructor(private readonly dataDir: string) {
    this.path = join(dataDir, 'run.json');
  }

  /** `began` is what `processBegan` says of the process; it may have ended already. */
  add(name: string, pid: number, began = processBegan(pid)): void {
    if (began === undefined) return;
    this.entries.push({ name, pid, began });
    this.save();
  }

  remove(pid: number): void {
    this.entries = this.entries.filter(each => each.pid !== pid);
    this.save();
  }

  killAll(): void {
    for (const { pid } of this.entries) signal(pid, 'SIGKILL');
  }

  /** Ends what a killed run left behind, and only what is certainly its own. Returns the parts' names. */
  async endLeftovers(): Promise<string[]> {
    const left = (readJson(this.path, z.array(entry)) ?? []).filter(each =>
      isSameProcess(each.pid, each.began),
    );
    await Promise.all(left.map(endProcess));
    return left.map(each => each.name);
  }

  private save(): void {
    if (existsSync(this.dataDir)) writeJson(this.path, this.entries);
  }
}

/** SIGINT is a fast shutdown to Postgres and an ordinary one to the rest; after 10 s SIGKILL. */
async function endProcess({ pid, began, name }: Entry): Promise<void> {
  signal(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  for (let waited = 0; isSameProcess(pid, began); waited += 100) {
    if (waited === 10_000) signal(pid, 'SIGKILL');
    await pause(100);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in between.
  }
}
