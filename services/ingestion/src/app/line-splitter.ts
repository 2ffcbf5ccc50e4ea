/** A line's bytes without its end; null where it was longer than the limit and has been dropped. */
export type Line = Uint8Array | null;

const newline = 0x0a;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Cuts bytes into lines, however they were chunked: `\n` or `\r\n`, the last with or without one, blank lines and a
 * byte order mark left out. Keeps at most one unfinished line of `limit` bytes; of a longer one it keeps nothing.
 */
export class LineSplitter {
  private rest: Buffer = Buffer.alloc(0);
  private length = 0;
  private dropping = false;
  private first = true;

  constructor(private readonly limit: number) {}

  /** @returns the lines that these bytes finish, and null at once for one that has become too long. */
  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      this.finish(chunk.subarray(from, end), lines);
      from = end + 1;
    }
    this.keep(chunk.subarray(from), lines);
    return lines;
  }

  /** @returns the last line where no newline ended it. */
  end(): Line[] {
    const lines: Line[] = [];
    this.finish(new Uint8Array(0), lines);
    return lines;
  }

  private finish(piece: Uint8Array, lines: Line[]): void {
    if (this.length === 0 && !this.dropping && piece.length <= this.limit) {
      this.emit(piece, lines);
      return;
    }
    this.keep(piece, lines);
    // A copy: the buffer goes on to the next line.
    if (!this.dropping) this.emit(Buffer.from(this.rest.subarray(0, this.length)), lines);
    this.length = 0;
    this.dropping = false;
    this.first = false;
  }

  private emit(line: Uint8Array, lines: Line[]): void {
    const text = this.first ? withoutMark(line) : line;
    this.first = false;
    const whole = text.at(-1) === 0x0d ? text.subarray(0, -1) : text;
    if (!isBlank(whole)) lines.push(whole);
  }

  private keep(piece: Uint8Array, lines: Line[]): void {
    if (this.dropping || piece.length === 0) return;
    const length = this.length + piece.length;
    if (length > this.limit) {
      this.dropping = true;
      this.rest = Buffer.alloc(0);
      this.length = 0;
      lines.push(null);
      return;
    }
    if (length > this.rest.length) this.grow(length);
    this.rest.set(piece, this.length);
    this.length = length;
  }

  /** Doubles, so that a client that sends byte by byte costs no buffer a byte. */
  private grow(length: number): void {
    const larger = Buffer.allocUnsafeSlow(
      Math.min(this.limit, Math.max(length, this.rest.length * 2, 1_024)),
    );
    larger.set(this.rest.subarray(0, this.length));
    this.rest = larger;
  }
}

function withoutMark(line: Uint8Array): Uint8Array {
  return byteOrderMark.every((byte, at) => line[at] === byte) ? line.subarray(3) : line;
}

function isBlank(line: Uint8Array): boolean {
  return line.every(byte => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
