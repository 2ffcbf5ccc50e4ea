import { type ChildProcess, spawn } from 'node:child_process';
import { repoRoot } from '@cairn/local/stack/paths';

export interface CommandOptions {
  /** Default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Milliseconds. */
  readonly limit?: number;
}

export interface Outcome {
  /** Null: a signal ended it, ours after `limit` included. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const running = new Set<ChildProcess>();

/** Ends what still runs; for the moment before an exit. */
export function endCommands(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Runs a command from the repository's root to its end, whatever that is. @throws Error where it cannot be started. */
export function attempt(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Outcome> {
  const { env = process.env, input, limit = 60_000 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: repoRoot, env, stdio: 'pipe', timeout: limit });
    running.add(child);
    const out: string[] = [];
    const err: string[] = [];
    child.stdout.setEncoding('utf8').on('data', text => out.push(text));
    child.stderr.setEncoding('utf8').on('data', text => err.push(text));
    child.on('error', reject);
    child.on('close', code => {
      running.delete(child);
      resolve({ code, stdout: out.join(''), stderr: err.join('') });
    });
    // A command that ends before it has read everything says so by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}

/** As {@link attempt}. Returns what it wrote. @throws Error with its last lines, unless its exit code is 0. */
export async function command(
  name: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await attempt(name, args, options);
  if (code === 0) return stdout;
  const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n    ');
  throw new Error(`${name} ${args.slice(0, 6).join(' ')} ended with ${code ?? 'a signal'}:\n    ${said}`);
}
