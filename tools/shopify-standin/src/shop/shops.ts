import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import type { Clock } from '../clock.js';
import { CostBucket } from '../cost/bucket.js';
import { Shop } from './shop.js';

export const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/;

export interface ShopsOptions {
  directory: string;
  clock: Clock;
  /** cost points a second */
  restoreRate: number;
  /** cost points */
  bucketSize: number;
}

/** All shops of this stand-in; each has a journal of its own in the data directory. */
export class Shops {
  readonly #shops = new Map<string, Shop>();

  constructor(private readonly options: ShopsOptions) {
    mkdirSync(options.directory, { recursive: true });
    for (const file of readdirSync(options.directory).sort()) {
      const domain = file.endsWith('.jsonl') ? file.slice(0, -'.jsonl'.length) : '';
      if (!SHOP_DOMAIN.test(domain)) continue;
      const shop = new Shop(options.directory, domain, this.#bucket());
      // Killed before its first line was whole: nobody was told of this shop.
      if (shop.exists) this.#shops.set(domain, shop);
      else shop.close();
    }
  }

  all(): readonly Shop[] {
    return [...this.#shops.values()];
  }

  find(domain: string): Shop | undefined {
    return this.#shops.get(domain);
  }

  /** The shop of that domain, made with a fresh access token if there is none yet. */
  ensure(domain: string, name: string, currencyCode: string): { shop: Shop; isNew: boolean } {
    const known = this.#shops.get(domain);
    if (known) return { shop: known, isNew: false };
    const shop = new Shop(this.options.directory, domain, this.#bucket(), {
      domain,
      accessToken: `shpat_${randomBytes(16).toString('hex')}`,
      name,
      currencyCode,
      createdAt: this.options.clock(),
    });
    this.#shops.set(domain, shop);
    return { shop, isNew: true };
  }

  close(): void {
    for (const shop of this.#shops.values()) shop.close();
  }

  #bucket(): CostBucket {
    return new CostBucket(this.options.bucketSize, this.options.restoreRate, this.options.clock);
  }
}

export function isTokenOf(shop: Shop, token: string): boolean {
  const expected = Buffer.from(shop.record.accessToken);
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
