import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DividedBrandSpec } from '../brands/brand-spec.js';
import { cdnowBrand } from '../brands/cdnow-brand.js';
import { onlineRetailBrand } from '../brands/online-retail-brand.js';
import type { DemoOptions } from '../options.js';
import { withMadeUpRefunds } from '../refunds/made-up.js';
import { readCdnow } from './cdnow.js';
import { readOnlineRetail } from './online-retail.js';
import { firstCustomers, type OrderBook } from './order-book.js';

export interface OrdersOfBrand {
  brand: DividedBrandSpec;
  book: OrderBook;
  /** Tells these orders, and the tiers that they are checked against, from any others. */
  fingerprint: string;
}

const sample = fileURLToPath(new URL('../../data/cdnow-1997.txt', import.meta.url));

/**
 * Reads the order file that the options name, and says which brand it is for. Refunds are made up before the book is
 * cut to its first customers, so that the same orders are refunded however many are sent.
 */
export function readOrders(options: DemoOptions, now: Date): OrdersOfBrand {
  const text = readFileSync(options.orders ?? sample, 'utf8');
  const { format, times, limit, refunds } = options;
  const retail = format === 'online-retail';
  const read = retail ? readOnlineRetail(text) : readCdnow(text);
  const whole = !retail && refunds === 'made-up' ? withMadeUpRefunds(read, now) : read;
  const book = limit === null ? whole : firstCustomers(whole, limit);
  const brand = retail ? onlineRetailBrand : cdnowBrand;
  const made = [format, times, limit, retail ? null : refunds, brand];
  const said = JSON.stringify([...made, text.replaceAll('\r', '')]);
  const fingerprint = createHash('sha256').update(said).digest('hex');
  return { brand, book, fingerprint };
}
