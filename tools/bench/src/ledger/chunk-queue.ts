/** Chunks to be done by several workers: those that share a partition one after the other and in their order. */
export class ChunkQueue<Chunk extends { readonly partitions: readonly number[] }> {
  private readonly waiting: Chunk[];
  private readonly busy = new Set<number>();

  constructor(chunks: readonly Chunk[]) {
    this.waiting = [...chunks];
  }

  /** The oldest chunk whose partitions nobody works on and none before it waits for; undefined where there is none now. */
  take(): Chunk | undefined {
    const taken = new Set(this.busy);
    for (const [place, chunk] of this.waiting.entries()) {
      const isFree = chunk.partitions.every(partition => !taken.has(partition));
      for (const partition of chunk.partitions) taken.add(partition);
      if (!isFree) continue;
      this.waiting.splice(place, 1);
      for (const partition of chunk.partitions) this.busy.add(partition);
      return chunk;
    }
    return undefined;
  }

  done({ partitions }: Chunk): void {
    for (const partition of partitions) this.busy.delete(partition);
  }
}
