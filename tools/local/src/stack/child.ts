import { type ChildProcess, spawn } from 'node:child_process';
import { LogFile } from './log-file.js';
import type { RunFile } from './run-file.js';

export interface ChildCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment of the process: nothing is inherited. */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
}

export interface ChildSurroundings {
  readonly logFile: string;
  readonly runFile: RunFile;
  /** Copies each line to the screen as well. */
  readonly verbose?: boolean;
}

const tailLines = 15;

/** A process of ours: its output goes to its log, its pid into the run file until it has ended. */
export class Child {
  readonly name: string;
  readonly pid: number | undefined;
  readonly logFile: string;
  /** Resolves when the process has ended: "exit code 1", "signal SIGKILL" or why it could not be started. */
  readonly ended: Promise<string>;
  /** Undefined while the process lives. */
  outcome: string | undefined;
  private readonly process: ChildProcess;
  private readonly lines: string[] = [];

  constructor(what: ChildCommand, around: ChildSurroundings) {
    this.name = what.name;
    this.logFile = around.logFile;
    const log = new LogFile(around.logFile);
    this.process = spawn(what.command, what.args, {
      cwd: what.cwd,
      env: what.env,
      uid: what.uid,
      gid: what.gid,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A Ctrl-C at the terminal goes to the whole process group; the parts are to end in order, by us.
      detached: true,
    });
    this.pid = this.process.pid;
    if (this.pid !== undefined) around.runFile.add(this.name, this.pid);
    const take = (chunk: Buffer): void => {
      log.write(chunk);
      this.keepTail(String(chunk), around.verbose === true);
    };
    this.process.stdout?.on('data', take);
    this.process.stderr?.on('data', take);
    this.ended = new Promise(resolve => {
      const end = (outcome: string): void => {
        if (this.outcome !== undefined) return;
        this.outcome = outcome;
        if (this.pid !== undefined) around.runFile.remove(this.pid);
        log.close();
        resolve(outcome);
      };
      this.process.on('error', error => end(error.message));
      this.process.on('close', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
    });
  }

  /** The last lines the process printed, oldest first. */
  tail(): readonly string[] {
    return this.lines;
  }

  kill(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Asks with a signal, and after `graceMs` milliseconds ends the process with SIGKILL. */
  async stop(signal: NodeJS.Signals, graceMs: number): Promise<void> {
    if (this.outcome !== undefined) return;
    const force = setTimeout(() => this.process.kill('SIGKILL'), graceMs);
    this.process.kill(signal);
    await this.ended;
    clearTimeout(force);
  }

  private keepTail(text: string, show: boolean): void {
    for (const line of text.split('\n')) {
      if (!line.trim()) continue;
      if (show) process.stdout.write(`[${this.name}] ${line}\n`);
      this.lines.push(line.slice(0, 2000));
    }
    this.lines.splice(0, Math.max(0, this.lines.length - tailLines));
  }
}
