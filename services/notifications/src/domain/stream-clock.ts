/**
 * Counts only the time in which a stream was caught up (domain.md 5.1, design.md §3): fed with looks at the stream, it
 * knows for any instant since its first look how much of the time after it counted. All in milliseconds.
 */
export class StreamClock {
  /** Starts of the last spans of lag, with how long they were; the last may still be open. */
  private readonly lags: { from: number; to: number | null }[] = [];

  constructor(private readonly startedAt: number) {}

  look(at: number, isCaughtUp: boolean): void {
    const last = this.lags.at(-1);
    if (isCaughtUp && last?.to === null) last.to = at;
    if (!isCaughtUp && last?.to !== null) this.lags.push({ from: at, to: null });
    while (this.lags.length > 1_000) this.lags.shift();
  }

  /** What counted between `since` and `now`; nothing before this clock started, for nobody looked. */
  counted(since: number, now: number): number {
    const from = Math.max(since, this.startedAt);
    const lost = this.lags.reduce(
      (sum, lag) => sum + Math.max(0, Math.min(lag.to ?? now, now) - Math.max(lag.from, from)),
      0,
    );
    return Math.max(0, now - from - lost);
  }
}
