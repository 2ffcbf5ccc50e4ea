import { toGid } from '../admin/gid.js';
import { toCents, toDecimal } from '../admin/money.js';
import { currentQuantity, netOf, taxOf } from '../orders/order-totals.js';
import type { OrderLineRecord, OrderRecord } from '../shop/sale-records.js';
import { priced, priceSet } from './json.js';

/** A line item of Shopify's REST order. `total_discount` leaves out what is allocated, as at Shopify. */
export function lineItemJson(order: OrderRecord, line: OrderLineRecord, currency: string) {
  const { id, title, variantTitle, quantity } = line;
  return {
    id,
    admin_graphql_api_id: toGid('LineItem', id),
    current_quantity: currentQuantity(line),
    fulfillable_quantity: currentQuantity(line),
    fulfillment_service: 'manual',
    fulfillment_status: null,
    gift_card: false,
    grams: 0,
    name: variantTitle === null ? title : `${title} - ${variantTitle}`,
    ...priced('price', toCents(line.unitPrice), currency),
    product_exists: true,
    product_id: line.productId,
    properties: line.customAttributes.map(({ key, value }) => ({ name: key, value })),
    quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: true,
    title,
    ...priced('total_discount', 0, currency),
    variant_id: line.variantId,
    variant_inventory_management: 'shopify',
    variant_title: variantTitle,
    vendor: line.vendor,
    tax_lines: taxLines(order, taxOf(netOf(line, quantity), order), currency),
    duties: [],
    discount_allocations: line.allocations.map(({ application, cents }) => ({
      ...{ amount: toDecimal(cents), amount_set: priceSet(cents, currency) },
      discount_application_index: application,
    })),
  };
}

export function taxLines({ taxRate }: OrderRecord, cents: number, currency: string) {
  if (taxRate === 0) return [];
  return [
    { title: 'Tax', rate: taxRate / 1_000_000, ...priced('price', cents, currency), channel_liable: false },
  ];
}
