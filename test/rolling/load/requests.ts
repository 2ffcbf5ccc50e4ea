/** Every request of a run: how many were answered well, and what became of each that was not. */
export class Requests {
  private readonly answered = new Map<string, number>();
  readonly failures: string[] = [];

  isAnswered(kind: string): void {
    this.answered.set(kind, (this.answered.get(kind) ?? 0) + 1);
  }

  fails(kind: string, why: string): void {
    this.failures.push(`${(performance.now() / 1_000).toFixed(1)} s, ${kind}: ${why}`);
  }

  /** Answered well, by kind. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.answered);
  }
}
