import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type CancelledLine, cancellationMatcher } from './cancellations.js';
import { instantOf } from './local-time.js';
import { minorUnits } from './money.js';
import type { NotSent, OrderBook, Refund, Sale } from './order-book.js';

const zone = 'Europe/London';

const csvLine = z.object({
  InvoiceNo: z.string().regex(/^[A-Z]?\d+$/),
  StockCode: z.string().min(1),
  Quantity: z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
  InvoiceDate: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  UnitPrice: z.string().regex(/^\d+(\.\d+)?$/),
  CustomerID: z.string().regex(/^\d*$/),
});

/**
 * Reads a file in the form of "Online Retail". A line of an invoice is an order of its own (`536365:1`, the place in
 * its invoice from 1), because a cancellation names a line and not an invoice. A cancellation that finds its sale
 * line is a refund of quantity × unit price; one that does not is reported. `InvoiceDate` is London's time.
 */
export function readOnlineRetail(text: string): OrderBook {
  const notSent: NotSent[] = [];
  const records: unknown[] = parse(text, {
    bom: true,
    columns: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: error => {
      const example = error?.message ?? 'unreadable';
      notSent.push({ reason: 'unreadable_line', customer: null, example });
      return undefined;
    },
  });
  const customers = new Set<string>();
  const places = new Map<string, number>();
  const sales: Sale[] = [];
  const refunds: Refund[] = [];
  const matcher = cancellationMatcher();

  for (const record of records) {
    const parsed = csvLine.safeParse(record);
    if (!parsed.success) {
      notSent.push({ reason: 'unreadable_line', customer: null, example: JSON.stringify(record) });
      continue;
    }
    const line = parsed.data;
    const customer = line.CustomerID === '' ? null : line.CustomerID;
    if (customer) customers.add(customer);
    const place = (places.get(line.InvoiceNo) ?? 0) + 1;
    places.set(line.InvoiceNo, place);
    const orderId = `${line.InvoiceNo}:${place}`;
    const price = minorUnits(line.UnitPrice);
    const cancelled = line.InvoiceNo.startsWith('C');
    const [day, time] = line.InvoiceDate.split(' ') as [string, string];
    const at = instantOf(day, time, zone);
    const leave = (reason: NotSent['reason']) =>
      notSent.push({
        reason,
        customer,
        example: `${orderId} ${line.StockCode}, ${line.Quantity} at ${line.UnitPrice}, customer ${customer ?? 'none'}`,
      });

    if (customer === null) leave('no_customer');
    else if (price === null) leave('price_finer_than_minor_unit');
    else if (price === 0) leave('price_zero');
    else if (cancelled) {
      const wanted: CancelledLine = {
        customer,
        stockCode: line.StockCode,
        price,
        quantity: -line.Quantity,
        at,
      };
      const sold = matcher.cancel(wanted);
      if (sold === null) leave('cancellation_without_match');
      else {
        const netAmount = wanted.quantity * price;
        refunds.push({ eventId: `online-retail:refund:${orderId}`, orderId: sold, customer, at, netAmount });
      }
    } else if (line.Quantity <= 0) leave('quantity_not_positive');
    else {
      const netAmount = line.Quantity * price;
      sales.push({ eventId: `online-retail:sale:${orderId}`, orderId, customer, at, netAmount });
      matcher.sell({ customer, stockCode: line.StockCode, price, quantity: line.Quantity, at, orderId });
    }
  }
  return { customers: [...customers], sales, refunds, notSent };
}
