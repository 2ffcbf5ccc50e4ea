/** Every request of a run: how many were answered well, and what became of each that was not. */
export class Requests {
  private readonly answered = new Map<string, number>();
  readonly failures: string[] = [];

  constructor(private readonly say: (line: string) => void) {}

  isAnswered(kind: string): void {
    this.answered.set(kind, (this.answered.get(kind) ?? 0) + 1);
  }

  fails(kind: string, why: string): void {
    this.failures.push(`${kind}: ${why}`);
    this.say(`FAILED ${kind}: ${why}`);
  }

  /** Answered well, by kind. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.answered);
  }
}
