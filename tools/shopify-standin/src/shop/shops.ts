import { mkdirSync, readdirSync } from 'node:fs';
import type { Clock } from '../clock.js';
import { CostBucket } from '../cost/bucket.js';
import { newToken } from '../oauth/tokens.js';
import { type OnDelivery, Shop } from './shop.js';

export const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/;

export interface ShopsOptions {
  directory: string;
  clock: Clock;
  /** cost points a second */
  restoreRate: number;
  /** cost points */
  bucketSize: number;
  onDelivery?: OnDelivery;
}

/** All shops of this stand-in; each has a journal of its own in the data directory. */
export class Shops {
  readonly #shops = new Map<string, Shop>();

  constructor(private readonly options: ShopsOptions) {
    mkdirSync(options.directory, { recursive: true });
    for (const file of readdirSync(options.directory).sort()) {
      const domain = file.endsWith('.jsonl') ? file.slice(0, -'.jsonl'.length) : '';
      if (!SHOP_DOMAIN.test(domain)) continue;
      const shop = new Shop(options.directory, domain, this.#bucket(), this.#onDelivery);
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
    if (known) return { shop: this.#withGoodToken(known), isNew: false };
    const shop = new Shop(this.options.directory, domain, this.#bucket(), this.#onDelivery, {
      domain,
      accessToken: newToken('shpat'),
      name,
      currencyCode,
      createdAt: this.options.clock(),
    });
    this.#shops.set(domain, shop);
    return { shop, isNew: true };
  }

  /** Uninstalling ended control's token: whoever asks for the shop again gets another. */
  #withGoodToken(shop: Shop): Shop {
    if (shop.access.isControlTokenGood) return shop;
    shop.putRecord({ ...shop.record, accessToken: newToken('shpat') });
    shop.putAccess({ ...shop.access, isControlTokenGood: true });
    return shop;
  }

  close(): void {
    for (const shop of this.#shops.values()) shop.close();
  }

  get #onDelivery(): OnDelivery {
    return this.options.onDelivery ?? (() => undefined);
  }

  #bucket(): CostBucket {
    return new CostBucket(this.options.bucketSize, this.options.restoreRate, this.options.clock);
  }
}
