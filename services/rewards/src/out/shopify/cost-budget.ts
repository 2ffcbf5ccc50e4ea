/** Cost points, as in Shopify's `extensions.cost.throttleStatus`; `restoreRate` is points a second. */
export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/** Shopify's smallest plan, until the shop has told its own. */
const assumed: ThrottleStatus = { maximumAvailable: 1_000, currentlyAvailable: 1_000, restoreRate: 50 };

/** Milliseconds after its turn at which a place that nobody came for is given up. */
const patience = 120_000;

/**
 * What one shop lets us spend, as far as this process knows: work gets a place in line and is told how long to wait, so
 * that the budget is used up and THROTTLED stays rare. Only a courtesy: Shopify keeps the true account.
 */
export class CostBudget {
  private status = assumed;
  private at = 0;
  private line = 0;
  private readonly places = new Map<string, { cost: number; turn: number }>();

  /** A place for `cost` points under `key`, kept when asked for again. @returns milliseconds until its turn. */
  admit(key: string, cost: number, now: number): number {
    this.giveUpOld(now);
    const known = this.places.get(key);
    if (known !== undefined) return Math.max(0, known.turn - now);
    this.line += cost;
    const free = this.level(now) - this.line;
    const wait = free >= 0 ? 0 : Math.ceil((-free / this.status.restoreRate) * 1_000);
    this.places.set(key, { cost, turn: now + wait });
    return wait;
  }

  /** A call under `key` was answered, for which Shopify charged `cost`: that much of its place is used. */
  spend(key: string, cost: number): void {
    const place = this.places.get(key);
    if (place === undefined) return;
    const used = Math.min(place.cost, cost);
    place.cost -= used;
    this.line -= used;
  }

  release(key: string): void {
    this.line -= this.places.get(key)?.cost ?? 0;
    this.places.delete(key);
  }

  learn(status: ThrottleStatus, now: number): void {
    this.status = status;
    this.at = now;
  }

  private level(now: number): number {
    const restored = ((now - this.at) / 1_000) * this.status.restoreRate;
    return Math.min(this.status.maximumAvailable, this.status.currentlyAvailable + restored);
  }

  /** Places stand about in the order of their turns. */
  private giveUpOld(now: number): void {
    for (const [key, { turn }] of this.places) {
      if (turn + patience > now) return;
      this.release(key);
    }
  }
}
