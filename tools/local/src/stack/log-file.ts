import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';

const maxBytes = 64 * 1024 ** 2;

/** A log that keeps one older file beside it: the previous run's, or what passed 64 MB in this one. */
export class LogFile {
  private descriptor: number | undefined;
  private written = 0;

  constructor(private readonly path: string) {
    this.open();
  }

  write(chunk: Buffer): void {
    if (this.descriptor === undefined) return;
    if (this.written + chunk.length > maxBytes) {
      this.close();
      this.open();
    }
    writeSync(this.descriptor, chunk);
    this.written += chunk.length;
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }

  private open(): void {
    if (existsSync(this.path)) renameSync(this.path, `${this.path}.1`);
    this.descriptor = openSync(this.path, 'w');
    this.written = 0;
  }
}
