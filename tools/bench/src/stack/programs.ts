import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Child } from '@cairn/local/stack/child';
import { childEnvironment } from '@cairn/local/stack/child-environment';
import type { DataDir } from '@cairn/local/stack/data-dir';
import { answersOk, untilReady } from '@cairn/local/stack/ready';
import type { z } from 'zod';

export interface NodeCommand {
  readonly name: string;
  /** Node's flags, the script, its arguments. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Milliseconds that a program has after its SIGTERM. */
const grace = 27_000;

/** Processes of the bench's own: load generators and baselines. They end with it, whatever happens. */
export class Programs {
  private readonly children = new Set<Child>();

  constructor(private readonly dataDir: DataDir) {}

  spawn({ name, args, env = {} }: NodeCommand): Child {
    const command = {
      name,
      command: process.execPath,
      args: ['--enable-source-maps', '--disable-warning=TimeoutNegativeWarning', ...args],
      env: { ...childEnvironment(process.env), ...env },
    };
    const child = new Child(command, {
      logFile: join(this.dataDir.logDir, `bench-${name}.log`),
      runFile: this.dataDir.runFile,
    });
    this.children.add(child);
    void child.ended.then(() => this.children.delete(child));
    return child;
  }

  /**
   * Runs a program of this package (`load/open-loop`) to its end: it gets `input` and writes its answer.
   * @throws Error with the program's last lines
   */
  async run<Answer>(script: string, input: unknown, answer: z.ZodType<Answer>): Promise<Answer> {
    const [given, written] = [this.file('in'), this.file('out')];
    writeFileSync(given, JSON.stringify(input));
    try {
      const child = this.spawn({
        name: script.replaceAll('/', '-'),
        args: [scriptFile(script), given, written],
      });
      const outcome = await child.ended;
      if (outcome !== 'exit code 0') throw failure(child, outcome);
      return answer.parse(JSON.parse(readFileSync(written, 'utf8')));
    } finally {
      for (const file of [given, written]) rmSync(file, { force: true });
    }
  }

  /** Starts a server of this package that is ready when `GET /` on `port` answers 200; the caller stops it. */
  async serve(script: string, input: { port: number }): Promise<{ stop(): Promise<void> }> {
    const given = this.file('in');
    writeFileSync(given, JSON.stringify(input));
    const child = this.spawn({ name: script.replaceAll('/', '-'), args: [scriptFile(script), given] });
    try {
      await untilReady(child, () => answersOk(`http://127.0.0.1:${input.port}/`), 60_000);
    } catch (error) {
      await child.stop('SIGKILL', 0);
      throw error;
    }
    return { stop: () => child.stop('SIGTERM', grace) };
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.children].map(child => child.stop('SIGTERM', grace)));
  }

  private file(kind: string): string {
    return join(this.dataDir.path, `${randomUUID()}.${kind}.json`);
  }
}

/** The compiled file of a script of this package. */
export function scriptFile(script: string): string {
  return fileURLToPath(new URL(`../${script}.js`, import.meta.url));
}

function failure(child: Child, outcome: string): Error {
  return new Error(`${child.name} failed (${outcome}); its last lines:\n${child.tail().join('\n')}`);
}
