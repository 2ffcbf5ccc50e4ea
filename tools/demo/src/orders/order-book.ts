/** A purchase that can be sent. `netAmount` is in minor units, above 0; `at` is a UTC instant. */
export interface Sale {
  eventId: string;
  orderId: string;
  customer: string;
  at: string;
  netAmount: number;
}

/** Money given back on an order of the book, in minor units, above 0. */
export interface Refund extends Sale {}

/** Why a line of the file is no event. */
export type NotSentReason =
  | 'no_customer'
  | 'price_zero'
  | 'price_finer_than_minor_unit'
  | 'quantity_not_positive'
  | 'cancellation_without_match'
  | 'unreadable_line'
  | 'half_below_minor_unit';

export interface NotSent {
  reason: NotSentReason;
  /** Null where the line names nobody. */
  customer: string | null;
  /** The line as a person would quote it. */
  example: string;
}

/** What an order file says: everybody in it, what they bought, what they gave back, and what is no event. */
export interface OrderBook {
  /** In the order of their first line. */
  customers: string[];
  sales: Sale[];
  refunds: Refund[];
  notSent: NotSent[];
}

/** The book of the first `limit` customers alone. Lines without a customer stay reported. */
export function firstCustomers(book: OrderBook, limit: number): OrderBook {
  const kept = new Set(book.customers.slice(0, limit));
  return {
    customers: [...kept],
    sales: book.sales.filter(sale => kept.has(sale.customer)),
    refunds: book.refunds.filter(refund => kept.has(refund.customer)),
    notSent: book.notSent.filter(line => line.customer === null || kept.has(line.customer)),
  };
}
