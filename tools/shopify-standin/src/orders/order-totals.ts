import { toCents } from '../admin/money.js';
import type { OrderLineRecord, OrderRecord } from '../shop/sale-records.js';

type Taxed = Pick<OrderRecord, 'taxRate' | 'taxesIncluded'>;

/** Pieces that are still the buyer's. */
export function currentQuantity({ quantity, removed, refunded }: OrderLineRecord): number {
  return quantity - removed - refunded;
}

export function discountOn({ allocations }: OrderLineRecord): number {
  return allocations.reduce((sum, { cents }) => sum + cents, 0);
}

/** Cents for so many of a line's pieces after discounts; tax is in it where prices include it. */
export function netOf(line: OrderLineRecord, pieces: number): number {
  const whole = toCents(line.unitPrice) * line.quantity - discountOn(line);
  return line.quantity === 0 ? 0 : Math.round((whole * pieces) / line.quantity);
}

/** Cents of tax in, or on, an amount. Shipping is not taxed. */
export function taxOf(cents: number, { taxRate, taxesIncluded }: Taxed): number {
  return Math.round((cents * taxRate) / (taxesIncluded ? 1_000_000 + taxRate : 1_000_000));
}

/** Cents. `current…` is after edits and refunds, the others before them, as at Shopify. */
export function orderTotals(order: OrderRecord) {
  const { lines, shippingLine, taxesIncluded, refunds } = order;
  const sumOf = (cents: (line: OrderLineRecord) => number) =>
    lines.reduce((sum, line) => sum + cents(line), 0);
  const shipping = shippingLine ? toCents(shippingLine.price) : 0;
  const refundedShipping = -refunds
    .flatMap(({ adjustments }) => adjustments)
    .filter(({ kind }) => kind === 'shipping_refund')
    .reduce((sum, { amount }) => sum + amount, 0);
  const subtotal = sumOf(line => netOf(line, line.quantity));
  const currentSubtotal = sumOf(line => netOf(line, currentQuantity(line)));
  const tax = sumOf(line => taxOf(netOf(line, line.quantity), order));
  const currentTax = sumOf(line => taxOf(netOf(line, currentQuantity(line)), order));
  const total = subtotal + shipping + (taxesIncluded ? 0 : tax);
  const currentTotal = currentSubtotal + shipping - refundedShipping + (taxesIncluded ? 0 : currentTax);
  const refunded = refunds.reduce((sum, { amount }) => sum + amount, 0);
  const received = order.received ?? (order.financialStatus === 'PENDING' ? 0 : total);
  return {
    original: sumOf(line => toCents(line.unitPrice) * line.quantity),
    discounts: sumOf(discountOn),
    currentDiscounts: sumOf(
      line => toCents(line.unitPrice) * currentQuantity(line) - netOf(line, currentQuantity(line)),
    ),
    subtotal,
    currentSubtotal,
    shipping,
    refundedShipping,
    tax,
    currentTax,
    total,
    currentTotal,
    refunded,
    received,
    /** what is still to be paid; a refund without lines is no debt */
    outstanding: order.cancelledAt === null ? Math.max(0, owed(order, currentTotal) - received) : 0,
    quantity: sumOf(line => line.quantity),
    currentQuantity: sumOf(currentQuantity),
  };
}

/** What edits and prices come to, with what was refunded since still in it. */
function owed(order: OrderRecord, currentTotal: number): number {
  const back = order.refunds.reduce(
    (sum, refund) =>
      sum +
      refund.lines.reduce((of, line) => of + line.subtotal + (order.taxesIncluded ? 0 : line.tax), 0) -
      refund.adjustments.reduce((of, one) => of + (one.kind === 'shipping_refund' ? one.amount : 0), 0),
    0,
  );
  return currentTotal + back;
}

/** `displayFinancialStatus`, by what was paid, refunded and cancelled. */
export function statusAfter(order: OrderRecord): OrderRecord['financialStatus'] {
  const { received, refunded, outstanding, total } = orderTotals(order);
  if (received === 0 && total > 0) return order.cancelledAt === null ? 'PENDING' : 'VOIDED';
  if (refunded > 0) return refunded >= received ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  return outstanding > 0 ? 'PARTIALLY_PAID' : 'PAID';
}
