import type { Clock } from '../clock.js';

/** Cost points, as in `extensions.cost.throttleStatus`. */
export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/**
 * Shopify's leaky bucket, one a shop and app: a request is let in when the bucket holds its requested cost,
 * and the difference to its actual cost is given back afterwards.
 * https://shopify.dev/docs/api/usage/limits#the-leaky-bucket-algorithm
 */
export class CostBucket {
  #available: number;
  #at: number;

  constructor(
    private readonly maximum: number,
    /** points a second */
    private readonly restoreRate: number,
    private readonly clock: Clock,
  ) {
    this.#available = maximum;
    this.#at = clock();
  }

  /** Takes `points` if they are there; false leaves the bucket as it is. */
  take(points: number): boolean {
    this.#restore();
    if (points > this.#available) return false;
    this.#available -= points;
    return true;
  }

  giveBack(points: number): void {
    this.#restore();
    this.#available = Math.min(this.maximum, this.#available + points);
  }

  status(): ThrottleStatus {
    this.#restore();
    return {
      maximumAvailable: this.maximum,
      currentlyAvailable: Math.floor(this.#available),
      restoreRate: this.restoreRate,
    };
  }

  #restore(): void {
    const now = this.clock();
    const elapsed = Math.max(0, now - this.#at);
    this.#available = Math.min(this.maximum, this.#available + (elapsed / 1000) * this.restoreRate);
    this.#at = now;
  }
}
