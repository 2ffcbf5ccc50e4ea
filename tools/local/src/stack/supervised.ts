import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Child, type ChildCommand } from './child.js';
import type { Progress } from './progress.js';
import type { RunFile } from './run-file.js';
import { StartFailure } from './start-failure.js';

export type Spawn = (command: ChildCommand) => Child;

export interface Launch {
  readonly name: string;
  /** Starts the process with `spawn` and resolves with it when it is ready. */
  readonly launch: (spawn: Spawn) => Promise<Child>;
  readonly stopSignal: NodeJS.Signals;
  readonly stopWithinMs: number;
}

export interface Surroundings {
  readonly logDir: string;
  readonly runFile: RunFile;
  readonly progress: Progress;
  readonly verbose: boolean;
  /** Milliseconds between an end that nobody asked for and the next start, instead of growing ones. */
  readonly restartAfterMs?: number;
}

const maxBackOffMs = 30_000;
const healthyAfterMs = 60_000;

/** A part that is started again, with a growing pause, when it ends without being asked to. */
export class Supervised {
  private child: Child | undefined;
  private wanted = false;
  private wake = new AbortController();
  private watching: Promise<void> = Promise.resolve();

  constructor(
    private readonly what: Launch,
    private readonly around: Surroundings,
  ) {}

  get name(): string {
    return this.what.name;
  }

  /** Undefined while the process does not live. */
  get pid(): number | undefined {
    return this.child?.outcome === undefined ? this.child?.pid : undefined;
  }

  /** How its last process ended, such as "exit code 0"; undefined while it lives. */
  get outcome(): string | undefined {
    return this.child?.outcome;
  }

  /** @throws StartFailure when the process does not become ready; then none is left */
  async start(): Promise<void> {
    this.wanted = true;
    this.wake = new AbortController();
    const child = await this.launchOnce();
    this.watching = this.watch(child);
  }

  /** For a process that is meant to end: resolves when `launch` does, and watches nothing. */
  async runOnce(): Promise<void> {
    this.wanted = true;
    await this.launchOnce();
  }

  /** Ends the process, starting or started, and keeps it ended until `start` is called again. */
  async stop(signal: NodeJS.Signals = this.what.stopSignal): Promise<void> {
    this.wanted = false;
    this.wake.abort();
    await this.child?.stop(signal, this.what.stopWithinMs);
    await this.watching;
  }

  /** Sends a signal and leaves the rest to the supervision: SIGKILL looks like a crash, and is mended as one. */
  signal(name: NodeJS.Signals): void {
    this.child?.kill(name);
  }

  private async launchOnce(): Promise<Child> {
    try {
      return await this.what.launch(command => this.spawn(command));
    } catch (error) {
      await this.child?.stop('SIGKILL', 0);
      throw error;
    }
  }

  private spawn(command: ChildCommand): Child {
    if (!this.wanted) throw new StartFailure(`${this.name} is being stopped.`);
    const { logDir, runFile, verbose } = this.around;
    this.child = new Child(command, { logFile: join(logDir, `${command.name}.log`), runFile, verbose });
    return this.child;
  }

  private async watch(first: Child): Promise<void> {
    let child: Child | undefined = first;
    let since = Date.now();
    let backOffMs = 0;
    while (this.wanted) {
      if (child) {
        const outcome = await child.ended;
        if (!this.wanted) return;
        this.around.progress.trouble(
          `${this.name} ended by itself (${outcome}); its log is ${child.logFile}.`,
          child.tail(),
        );
      }
      backOffMs =
        this.around.restartAfterMs ??
        (Date.now() - since > healthyAfterMs ? 1000 : Math.min(maxBackOffMs, Math.max(1000, backOffMs * 2)));
      this.around.progress.note(`${this.name} starts again in ${backOffMs / 1000} s`);
      await pause(backOffMs, undefined, { signal: this.wake.signal }).catch(() => undefined);
      since = Date.now();
      if (this.wanted) child = await this.relaunch();
    }
  }

  private async relaunch(): Promise<Child | undefined> {
    try {
      const child = await this.launchOnce();
      this.around.progress.note(`${this.name} is ready again`);
      return child;
    } catch (error) {
      if (!this.wanted) return undefined;
      const lines = error instanceof StartFailure ? error.lines : [];
      this.around.progress.trouble(error instanceof Error ? error.message : String(error), lines);
      return undefined;
    }
  }
}
