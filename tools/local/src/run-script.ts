import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { repoRoot } from './stack/paths.js';

export interface ScriptRun {
  readonly child: ChildProcess;
  /** The exit code; 128 and the signal's number when a signal ended it, 127 when it could not be started. */
  readonly code: Promise<number>;
}

/** A command on the same screen, from the repository's root. */
export function runScript(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ScriptRun {
  const child = spawn(command, args, { stdio: 'inherit', cwd: repoRoot, env: { ...process.env, ...env } });
  const code = new Promise<number>(resolve => {
    child.on('error', () => resolve(127));
    child.on('exit', (exitCode, signal) =>
      resolve(exitCode ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
  return { child, code };
}
