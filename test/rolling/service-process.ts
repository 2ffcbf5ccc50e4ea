import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ServiceName } from '@cairn/local/services/service-names';
import { repoRoot } from '@cairn/local/stack/paths';
import { until } from '@cairn/service-kit/testing/until';

/** A service's own process, to be sent signals at any moment of its life; nothing starts it again. */
export class ServiceProcess {
  private log = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(name: ServiceName, args: readonly string[], env: Readonly<Record<string, string>>) {
    const main = join(repoRoot, 'services', name, 'dist', 'src', 'main.js');
    this.child = spawn(process.execPath, [main, ...args], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.child, 'close');
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', chunk => {
        this.log += chunk;
      });
    }
  }

  /** Waits until it has logged the words. */
  async says(words: string): Promise<void> {
    await until(`“${words}” in ${this.log}`, () => this.log.includes(words), 120_000);
  }

  signal(...signals: NodeJS.Signals[]): void {
    for (const signal of signals) this.child.kill(signal);
  }

  /** @returns its exit code, or the signal that it died of. */
  async outcome(): Promise<number | string | null> {
    await this.ended;
    return this.child.exitCode ?? this.child.signalCode;
  }
}
