import type { AppliedDiscount, LineRecord, SaleRecord } from '../shop/sale-records.js';
import { toCents } from './money.js';

/** Hundredths of the currency's unit. Drafts are never taxed: the shops have no tax settings. */
export interface LineTotals {
  original: number;
  discount: number;
  discounted: number;
}

export function lineTotals({ unitPrice, quantity, discount }: LineRecord): LineTotals {
  const original = toCents(unitPrice) * quantity;
  const off = discountOf(discount, original);
  return { original, discount: off, discounted: original - off };
}

/** Shopify's sums: the order's discount comes after the lines' own, shipping is not discounted. */
export function saleTotals({ lines, discount, shippingLine }: SaleRecord) {
  const each = lines.map(lineTotals);
  const original = sum(each.map(line => line.original));
  const afterLines = sum(each.map(line => line.discounted));
  const orderDiscount = discountOf(discount, afterLines);
  const subtotal = afterLines - orderDiscount;
  const shipping = shippingLine ? toCents(shippingLine.price) : 0;
  return {
    original,
    afterLines,
    orderDiscount,
    subtotal,
    shipping,
    discounts: original - subtotal,
    total: subtotal + shipping,
    quantity: sum(lines.map(line => line.quantity)),
  };
}

/** Cents that a discount takes off `cents`, never more than all. */
export function discountOf(
  discount: Pick<AppliedDiscount, 'value' | 'valueType'> | null,
  cents: number,
): number {
  if (!discount) return 0;
  const { value, valueType } = discount;
  const off = valueType === 'PERCENTAGE' ? Math.round((cents * value) / 100) : Math.round(value * 100);
  return Math.min(cents, Math.max(0, off));
}

function sum(cents: readonly number[]): number {
  return cents.reduce((total, one) => total + one, 0);
}
