import type { StreamAddress } from '../load/watched-stream.js';

/** A way from a POST to what an ambassador sees: the product's, or the bare chain's. */
export interface Path {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sales that have reached the end of it, ever. */
  arrived(): Promise<number>;
  /** Lag of its consumer groups, in messages. */
  lag(): Promise<{ readonly of: string; readonly lag: number }[]>;
  /** Open streams of a sample of ambassadors. */
  readonly streams: readonly StreamAddress[];
}
