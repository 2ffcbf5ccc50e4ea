import type { Part, PartOutcome } from './chunk.js';

/** Processes parts of one topic as one chunk. @returns what became of each, in the order given. */
export type ChunkRun = (parts: readonly Part[]) => Promise<readonly PartOutcome[]>;

interface Waiting {
  run: ChunkRun;
  part: Part;
  alone: boolean;
  resolve: (outcome: PartOutcome) => void;
  reject: (error: unknown) => void;
}

/**
 * Makes chunks of what the partitions of a group bring (ADR 28). What is there at the same time goes into one
 * transaction, up to `chunkSize` messages of one topic, each partition once; what comes while all lanes are taken
 * waits, and gathers. So a low rate is processed at once, and a higher one costs fewer statements, not more waiting.
 */
export class ChunkQueue {
  private waiting: Waiting[] = [];
  private running = 0;
  private looking = false;

  /** @param lanes transactions at once. @param chunkSize messages a transaction, unless one part alone has more. */
  constructor(
    private readonly lanes: number,
    private readonly chunkSize: number,
  ) {}

  /**
   * @param alone keeps a part that has failed from making others fail with it.
   * @throws what `run` throws, to each part of the chunk.
   */
  add(run: ChunkRun, part: Part, { alone }: { alone: boolean }): Promise<PartOutcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ run, part, alone, resolve, reject });
      this.look();
    });
  }

  /** Once the partitions that a fetch has brought have all had their turn of the event loop. */
  private look(): void {
    if (this.looking) return;
    this.looking = true;
    setImmediate(() => {
      this.looking = false;
      while (this.running < this.lanes && this.waiting.length > 0) void this.start(this.take());
    });
  }

  private async start(chunk: readonly Waiting[]): Promise<void> {
    this.running++;
    try {
      const outcomes = await chunk[0]!.run(chunk.map(({ part }) => part));
      for (const [place, { resolve }] of chunk.entries()) resolve(outcomes[place]!);
    } catch (error) {
      for (const { reject } of chunk) reject(error);
    } finally {
      this.running--;
      this.look();
    }
  }

  /** The one that waits longest, and what may go with it. */
  private take(): Waiting[] {
    const first = this.waiting[0]!;
    const partitions = new Set<number>();
    let messages = 0;
    const fits = (other: Waiting) => {
      if (other === first) return true;
      if (first.alone || other.alone || other.run !== first.run) return false;
      return !partitions.has(other.part.partition) && messages + other.part.messages.length <= this.chunkSize;
    };
    const chunk: Waiting[] = [];
    const left: Waiting[] = [];
    for (const each of this.waiting) {
      if (!fits(each)) {
        left.push(each);
        continue;
      }
      chunk.push(each);
      partitions.add(each.part.partition);
      messages += each.part.messages.length;
    }
    this.waiting = left;
    return chunk;
  }
}
