import { instantOf } from './local-time.js';
import { minorUnits } from './money.js';
import type { NotSent, OrderBook, Sale } from './order-book.js';

const zone = 'America/New_York';

/** Customer, number in the sample, day, CDs, dollars. */
const line = /^\s*(\d+)\s+(\d+)\s+(\d{4})(\d{2})(\d{2})\s+(\d+)\s+(\d+(?:\.\d+)?)\s*$/;

/**
 * Reads the CDNOW sample. A customer is known by their number in the sample ("0001" to "2357").
 *
 * The file gives days only: an order is at noon of its day in New York, a second one of the same customer that day
 * at 12:05, and so on. The order's id is the customer and which of their lines it is, so that two on one day differ.
 */
export function readCdnow(text: string): OrderBook {
  const places = new Map<string, number>();
  const onDay = new Map<string, number>();
  const sales: Sale[] = [];
  const notSent: NotSent[] = [];
  for (const raw of text.split(/\r?\n/)) {
    if (raw.trim() === '') continue;
    const match = line.exec(raw);
    if (!match) {
      notSent.push({ reason: 'unreadable_line', customer: null, example: raw.trim() });
      continue;
    }
    const [, , customer, year, month, date, , dollars] = match as unknown as string[];
    const place = next(places, customer!);
    const day = `${year}-${month}-${date}`;
    const netAmount = minorUnits(dollars!);
    if (!netAmount) {
      const reason = netAmount === 0 ? 'price_zero' : 'price_finer_than_minor_unit';
      notSent.push({ reason, customer: customer!, example: `customer ${customer}, ${day}, ${dollars}` });
      continue;
    }
    const order = `${customer}-${place}`;
    const at = instantOf(day, `12:${minute(next(onDay, `${customer} ${day}`))}:00`, zone);
    sales.push({ eventId: `cdnow:sale:${order}`, orderId: order, customer: customer!, at, netAmount });
  }
  return { customers: [...places.keys()], sales, refunds: [], notSent };
}

function next(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/** "00" for the first order of the day, "05" for the second. The file has at most three. */
function minute(nth: number): string {
  return String(Math.min((nth - 1) * 5, 59)).padStart(2, '0');
}
