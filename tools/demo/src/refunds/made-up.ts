import type { NotSent, OrderBook, Refund } from '../orders/order-book.js';

const days = 86_400_000;

/**
 * MADE UP: the CDNOW file has no refunds, so these are invented, to show that points go back.
 *
 * Of the sales in file order, counted from 1, every 20th is half refunded (rounded down to a cent) five days later,
 * and every 50th wholly refunded ten days later. Every 100th is both: it is wholly refunded, once. No refund is
 * dated later than `now`.
 */
export function withMadeUpRefunds(book: OrderBook, now: Date): OrderBook {
  const refunds: Refund[] = [];
  const notSent: NotSent[] = [...book.notSent];
  book.sales.forEach((sale, index) => {
    const nth = index + 1;
    const all = nth % 50 === 0;
    if (!all && nth % 20 !== 0) return;
    const netAmount = all ? sale.netAmount : Math.floor(sale.netAmount / 2);
    if (netAmount === 0) {
      const example = `half of order ${sale.orderId}, made up`;
      notSent.push({ reason: 'half_below_minor_unit', customer: sale.customer, example });
      return;
    }
    const later = Date.parse(sale.at) + (all ? 10 : 5) * days;
    refunds.push({
      eventId: sale.eventId.replace(':sale:', ':made-up-refund:'),
      orderId: sale.orderId,
      customer: sale.customer,
      at: new Date(Math.max(Date.parse(sale.at), Math.min(later, now.getTime()))).toISOString(),
      netAmount,
    });
  });
  return { ...book, refunds, notSent };
}
