/** Cost points, as in Shopify's `extensions.cost.throttleStatus`; `restoreRate` is points a second. */
export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/** Shopify's smallest plan, until the shop has told its own. */
const assumed: ThrottleStatus = { maximumAvailable: 1_000, currentlyAvailable: 1_000, restoreRate: 50 };

/** Milliseconds after its turn at which a place that nobody came for is given up: work under way is done by then. */
const patience = 45_000;

interface Place {
  /** Points that it has not spent yet. */
  cost: number;
  /** Points of all places up to and with it, since the beginning. */
  upTo: number;
  /** Milliseconds since the epoch at which it was expected to have its turn, when it was last asked for. */
  turn: number;
}

/**
 * What one shop lets us spend, as far as this process knows: work gets a place in line and is told how long to wait, so
 * that the budget is used up and THROTTLED stays rare. The line is counted in points, so turns follow what the shop tells
 * of its plan, and what others need. Only a courtesy: Shopify keeps the true account.
 */
export class CostBudget {
  private status = assumed;
  private at = 0;
  /** Points since the beginning: of all places, and of those that were spent or given back. */
  private admitted = 0;
  private gone = 0;
  private readonly places = new Map<string, Place>();

  /**
   * A place for `cost` points under `key`, kept when asked for again.
   * @returns milliseconds until its turn, as far as one can tell now: ask again on half of the way.
   */
  admit(key: string, cost: number, now: number): number {
    this.giveUpOld(now);
    const place = this.places.get(key) ?? this.placeFor(key, cost);
    const free = this.level(now) - (place.upTo - this.gone);
    const wait = free >= 0 ? 0 : Math.ceil((-free / this.status.restoreRate) * 1_000);
    place.turn = now + wait;
    return wait;
  }

  /** A call under `key` was answered, for which Shopify charged `cost`: that much of its place is used. */
  spend(key: string, cost: number): void {
    const place = this.places.get(key);
    if (place === undefined) return;
    const used = Math.min(place.cost, cost);
    place.cost -= used;
    this.gone += used;
  }

  /** The work under `key` is done, or gives up: what it has not spent is everybody's. */
  release(key: string): void {
    this.gone += this.places.get(key)?.cost ?? 0;
    this.places.delete(key);
  }

  learn(status: ThrottleStatus, now: number): void {
    this.status = status;
    this.at = now;
  }

  private placeFor(key: string, cost: number): Place {
    this.admitted += cost;
    const place = { cost, upTo: this.admitted, turn: 0 };
    this.places.set(key, place);
    return place;
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
