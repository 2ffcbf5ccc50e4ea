import {
  excludedOf,
  exponentOf,
  mentionInAddress,
  mentionInAttributes,
  minorUnitsOf,
  netOfLines,
  type OrderLine,
  type ShopOrder,
} from '@cairn/contracts/shop-order';
import { type ListedOrder, mostRefunds } from '../out/shopify/operations/shop-orders.js';

/** An order that cannot be told of, and why. */
export class UnreadableOrder extends Error {}

/** Paid in full, whatever was refunded since. */
const paidStatuses = new Set<string | null>(['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED']);

type Money = { shopMoney: { amount: string } };

/**
 * An order of the shop's list as points will know it (domain.md 2.6, 2.9).
 * @param asOf RFC 3339: when the shop was asked. @param hashOf the keyed hash of an address.
 * @throws UnreadableOrder for an unknown currency, an amount that it does not have, and what is too long to be read whole.
 */
export function seenOrder(
  listed: ListedOrder,
  of: { shopDomain: string; asOf: string; hashOf: (email: string) => string },
): ShopOrder {
  const { lineItems, refunds, taxesIncluded, email } = listed;
  const exponent = exponentOf(listed.currencyCode);
  if (exponent === undefined)
    throw new UnreadableOrder(`${listed.currencyCode} is no currency that is known here`);
  const isCut = lineItems.pageInfo.hasNextPage || refunds.length >= mostRefunds;
  if (isCut || refunds.some(({ refundLineItems }) => refundLineItems.pageInfo.hasNextPage))
    throw new UnreadableOrder('it has more lines or refunds than are read of one order');
  const sumOf = (amounts: readonly Money[]) =>
    amounts.reduce((sum, { shopMoney: { amount } }) => {
      const units = minorUnitsOf(amount, exponent);
      if (units === null) throw new UnreadableOrder(`${amount} is no amount with ${exponent} decimals`);
      return sum + units;
    }, 0);
  const refundedLines = refunds.flatMap(({ refundLineItems }) => refundLineItems.nodes);
  const lines = lineItems.nodes.map((line): OrderLine => {
    const refunded = refundedLines.filter(({ lineItem }) => lineItem.id === line.id);
    return {
      unitPrice: sumOf([line.originalUnitPriceSet]),
      quantity: line.quantity,
      currentQuantity: line.currentQuantity,
      refundedQuantity: refunded.reduce((sum, { quantity }) => sum + quantity, 0),
      discount: sumOf(line.discountAllocations.map(({ allocatedAmountSet }) => allocatedAmountSet)),
      tax: sumOf(line.taxLines.map(({ priceSet }) => priceSet)),
    };
  });
  const attributes = listed.customAttributes.map(({ key: name, value }) => ({ name, value }));
  return {
    shopDomain: of.shopDomain,
    orderId: listed.legacyResourceId,
    name: listed.name,
    currency: listed.currencyCode,
    placedAt: listed.createdAt,
    updatedAt: listed.updatedAt,
    asOf: of.asOf,
    paid: paidStatuses.has(listed.displayFinancialStatus),
    excluded: excludedOf(listed),
    taxesIncluded,
    netAmount: netOfLines(lines, taxesIncluded),
    refunds: refunds.map(({ legacyResourceId: refundId, createdAt, refundLineItems: { nodes } }) => {
      const subtotal = sumOf(nodes.map(({ subtotalSet }) => subtotalSet));
      const tax = taxesIncluded ? sumOf(nodes.map(({ totalTaxSet }) => totalTaxSet)) : 0;
      return { refundId, at: createdAt ?? listed.updatedAt, netAmount: Math.max(0, subtotal - tax) };
    }),
    discountCodes: listed.discountCodes.map(code => code.slice(0, 255)),
    noted: mentionInAttributes(attributes),
    landed: mentionInAddress(listed.customerJourneySummary?.lastVisit?.landingPage ?? null),
    customerId: listed.customer?.legacyResourceId ?? null,
    customerEmailHash: email ? of.hashOf(email) : null,
  };
}
