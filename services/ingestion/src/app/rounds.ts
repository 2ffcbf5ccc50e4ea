interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Does one kind of work for many at once: what comes while a round is under way waits for the next, so that a thousand
 * requests cost one statement and the busier it is, the less each costs.
 */
export class Rounds<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private begunAt: number | undefined;
  private running: Promise<void> = Promise.resolve();

  /**
   * @param work answers in the order of the items; what it throws is thrown to each of them.
   * @param most items a round.
   * @param patience milliseconds that anybody waits for a round; from then on whatever does the work is held to be away.
   */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly most: number,
    private readonly patience: number,
  ) {}

  /** Items that wait for a round. */
  get size(): number {
    return this.waiting.length;
  }

  /** Whether the round under way takes longer than anybody should wait for it. */
  get isLate(): boolean {
    return this.begunAt !== undefined && performance.now() - this.begunAt > this.patience;
  }

  submit(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.begunAt === undefined) {
        this.begunAt = performance.now();
        this.running = this.run();
      }
    });
  }

  /** As `submit`, or `otherwise` where that takes longer than the patience; the work goes on. */
  async soon<Other>(item: Item, otherwise: Other): Promise<Result | Other> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Other>(resolve => {
      timer = setTimeout(resolve, this.patience, otherwise);
    });
    try {
      return await Promise.race([this.submit(item), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Resolves once nothing is left. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // What came in the same turn of the event loop goes together.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      const round = this.waiting.splice(0, this.most);
      this.begunAt = performance.now();
      try {
        const results = await this.work(round.map(({ item }) => item));
        for (const [at, { resolve }] of round.entries()) resolve(results[at]!);
      } catch (error) {
        for (const { reject } of round) reject(error);
      }
    }
    this.begunAt = undefined;
  }
}
