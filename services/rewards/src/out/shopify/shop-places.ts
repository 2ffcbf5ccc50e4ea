/** Work under way at one shop at once, at the most. */
const most = 32;

/**
 * Milliseconds: what an answer is taken to need until one came, and the pauses. Who was sent away comes again at the
 * latest after the longest.
 */
const times = { assumed: 300, pause: { least: 50, most: 20_000 } };

/** Milliseconds after its turn at which a place in line that nobody came for is given up. */
const patience = 45_000;

interface Shop {
  active: number;
  /** Milliseconds that its answers need. */
  latency: number;
  /** Turns by key, in milliseconds since the epoch. */
  line: Map<string, number>;
}

/**
 * Shares this process's places for work at shops evenly among those that have any: a shop that is slow or down holds its
 * share, and the others have theirs.
 */
export class ShopPlaces {
  private readonly shops = new Map<string, Shop>();

  /** @param all places; above {@link most}, so that a shop alone leaves some to whoever comes. */
  constructor(private readonly all: number) {}

  /**
   * Takes a place at a shop for the work under `key`, which {@link leave} gives back.
   * @returns 0; or, where its share is taken, the milliseconds after which to come again: then no place is taken.
   */
  enter(domain: string, key: string, now: number): number {
    const shop = this.shopOf(domain);
    const share = this.shareOf(shop, now);
    if (shop.active < share) {
      shop.line.delete(key);
      shop.active++;
      return 0;
    }
    const known = shop.line.get(key);
    if (known !== undefined && known > now) return known - now;
    shop.line.delete(key);
    const due = Math.ceil(((shop.line.size + 1) / share) * shop.latency);
    const wait = Math.min(times.pause.most, Math.max(times.pause.least, due));
    shop.line.set(key, now + wait);
    return wait;
  }

  /** @param tookMs for how long the place was held. */
  leave(domain: string, tookMs: number): void {
    const shop = this.shopOf(domain);
    shop.active--;
    shop.latency += (tookMs - shop.latency) / 8;
  }

  private shopOf(domain: string): Shop {
    const shop = this.shops.get(domain) ?? { active: 0, latency: times.assumed, line: new Map() };
    this.shops.set(domain, shop);
    return shop;
  }

  private shareOf(own: Shop, now: number): number {
    let busy = 0;
    for (const shop of this.shops.values()) {
      for (const [key, turn] of shop.line) if (turn + patience < now) shop.line.delete(key);
      if (shop === own || shop.active > 0 || shop.line.size > 0) busy++;
    }
    return Math.min(most, Math.max(1, Math.floor(this.all / busy)));
  }
}
