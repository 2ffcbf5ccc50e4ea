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

export type Taken = { kind: 'taken'; bucket: Bucket } | { kind: 'refused'; retryAfterSeconds: number };

/**
 * Takes `cost` events out. A request larger than the bucket passes when the bucket is full, and leaves it in debt, so
 * that no size of request is refused for ever.
 */
export function take(bucket: Bucket | undefined, cost: number, limits: BucketLimits, now: number): Taken {
  const before = bucket ?? { level: limits.burst, at: now };
  const level = Math.min(limits.burst, before.level + ((now - before.at) / 1_000) * limits.perSecond);
  const needed = Math.min(cost, limits.burst);
  if (level < needed) {
    return {
      kind: 'refused',
      retryAfterSeconds: Math.max(1, Math.ceil((needed - level) / limits.perSecond)),
    };
  }
  return { kind: 'taken', bucket: { level: level - cost, at: now } };
}
