import type { Clock } from '../clock.js';

/** Cost points, as in `extensions.cost.throttleStatus`. */
export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/** Cost points since the process began: `spent` by requests, `lost` because the bucket was full when they came back. */
export interface BucketUse {
  spent: number;
  lost: number;
}

/**
 * Shopify's leaky bucket, one a shop and app: a request is let in when the bucket holds its requested cost,
 * and the difference to its actual cost is given back afterwards.
 * https://shopify.dev/docs/api/usage/limits#the-leaky-bucket-algorithm
 */
export class CostBucket {
  #available: number;
  #at: number;
  #spent = 0;
  #lost = 0;

  constructor(
    private maximum: number,
    /** points a second */
    private restoreRate: number,
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
    this.#spent += points;
    return true;
  }

  giveBack(points: number): void {
    this.#restore();
    this.#spent -= points;
    this.#available = Math.min(this.maximum, this.#available + points);
  }

  /** Another plan from now on, with a full bucket. */
  changePlan(maximum: number, restoreRate: number): void {
    this.#restore();
    this.maximum = maximum;
    this.restoreRate = restoreRate;
    this.#available = maximum;
  }

  use(): BucketUse {
    this.#restore();
    return { spent: this.#spent, lost: this.#lost };
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
    const restored = this.#available + (elapsed / 1000) * this.restoreRate;
    this.#available = Math.min(this.maximum, restored);
    this.#lost += restored - this.#available;
    this.#at = now;
  }
}
