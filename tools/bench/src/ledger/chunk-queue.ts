/**
 * Chunks to be done by several workers: those of one partition one after the other and in their order, as points does
 * them, the partition with the most left first.
 */
export class ChunkQueue<Chunk extends { readonly partition: number }> {
  private readonly waiting: Map<number, Chunk[]>;
  private readonly busy = new Set<number>();

  constructor(chunks: readonly Chunk[]) {
    this.waiting = Map.groupBy(chunks, ({ partition }) => partition);
  }

  /** The next chunk of a partition that nobody works on; undefined where there is none just now. */
  take(): Chunk | undefined {
    const free = [...this.waiting].filter(([partition, of]) => of.length > 0 && !this.busy.has(partition));
    const most = free.reduce<[number, Chunk[]] | undefined>(
      (best, one) => (best === undefined || one[1].length > best[1].length ? one : best),
      undefined,
    );
    if (most === undefined) return undefined;
    this.busy.add(most[0]);
    return most[1].shift();
  }

  done({ partition }: Chunk): void {
    this.busy.delete(partition);
  }
}
