import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { JournalLine } from './records.js';

const NEWLINE = 0x0a;

/**
 * One shop's append-only JSON-lines file. A line is handed to the operating system before the answer goes out,
 * so it survives the process being killed at any point (not a power cut: there is no fsync).
 */
export class Journal {
  readonly #descriptor: number;
  #length: number;

  /** Replays what the file holds; a torn last line (killed while writing) was never answered and is cut off. */
  constructor(file: string, replay: (line: JournalLine) => void) {
    this.#descriptor = openSync(file, 'a+', 0o600);
    const bytes = readFileSync(this.#descriptor);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      replay(JournalLine.parse(JSON.parse(bytes.toString('utf8', start, end))));
      start = end + 1;
    }
    this.#length = start;
    ftruncateSync(this.#descriptor, start);
  }

  /** @throws when the line could not be written whole (disk full); then nothing of it stays */
  append(line: JournalLine): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
    } catch (error) {
      ftruncateSync(this.#descriptor, this.#length);
      throw error;
    }
    this.#length += bytes.length;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
