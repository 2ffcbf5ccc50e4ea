/** A bucket of events: `level` left at `at` (milliseconds since the epoch). */
export interface Bucket {
  level: number;
  at: number;
}

export interface BucketLimits {
  /** Events a second that flow in. */
  perSecond: number;
  /** Events that it holds. */
  burst: number;
}

export type Taken = { kind: 'taken'; bucket: Bucket } | { kind: 'refused'; waitMs: number };

/**
 * Takes `cost` events out. A request larger than the bucket passes when the bucket is full, and leaves it in debt, so
 * that no size of request is refused for ever.
 */
export function take(bucket: Bucket | undefined, cost: number, limits: BucketLimits, now: number): Taken {
  const before = bucket ?? { level: limits.burst, at: now };
  const elapsed = Math.max(0, now - before.at);
  const level = Math.min(limits.burst, before.level + (elapsed / 1_000) * limits.perSecond);
  const needed = Math.min(cost, limits.burst);
  if (level < needed) {
    return { kind: 'refused', waitMs: Math.ceil(((needed - level) / limits.perSecond) * 1_000) };
  }
  return { kind: 'taken', bucket: { level: level - cost, at: now } };
}
