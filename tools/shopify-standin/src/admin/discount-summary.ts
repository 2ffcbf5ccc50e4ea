import type { DiscountRecord } from '../shop/records.js';
import { printDecimal } from './money.js';

/** The sentence that Shopify's admin shows: "10% off one-time purchase products • Minimum purchase of $1.00". */
export function discountSummary(discount: DiscountRecord, currencyCode: string): string {
  const money = (amount: string) =>
    new Intl.NumberFormat('en', {
      style: 'currency',
      currency: currencyCode,
      currencyDisplay: 'narrowSymbol',
    }).format(Number(amount));
  const { value, minimum } = discount;
  const off = 'percentage' in value ? `${Number((value.percentage * 100).toFixed(2))}%` : money(value.amount);
  const parts = [`${off} off one-time purchase products`];
  if (minimum && 'subtotal' in minimum)
    parts.push(`Minimum purchase of ${money(printDecimal(minimum.subtotal))}`);
  if (minimum && 'quantity' in minimum) parts.push(`Minimum quantity of ${minimum.quantity}`);
  if (discount.customerIds) {
    const count = discount.customerIds.length;
    parts.push(`For ${count} ${count === 1 ? 'customer' : 'customers'}`);
  }
  if (discount.appliesOncePerCustomer) parts.push('One use per customer');
  return parts.join(' • ');
}
