import { createHash } from 'node:crypto';
import { toGid } from '../admin/gid.js';
import { toCents, toDecimal } from '../admin/money.js';
import { orderTotals } from '../orders/order-totals.js';
import type { AddressRecord, ApplicationRecord, OrderRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { customerJson } from './customer-json.js';
import { priced, priceSet, restInstant } from './json.js';
import { lineItemJson, taxLines } from './line-item-json.js';
import { refundJson } from './refund-json.js';

/** The body of orders/create, orders/paid, orders/updated and orders/cancelled: Shopify's REST order. */
export function orderJson(shop: Shop, order: OrderRecord): Record<string, unknown> {
  const { currencyCode: currency, domain } = shop.record;
  const { id, number, shippingLine, cancelledAt, applications = [] } = order;
  const totals = orderTotals(order);
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  const token = createHash('md5').update(String(id)).digest('hex');
  const price = (name: string, cents: number) => priced(name, cents, currency);
  return {
    id,
    admin_graphql_api_id: toGid('Order', id),
    app_id: null,
    buyer_accepts_marketing: false,
    cancel_reason: order.cancelReason,
    cancelled_at: cancelledAt === null ? null : restInstant(cancelledAt),
    checkout_token: null,
    closed_at: null,
    confirmed: true,
    contact_email: order.email,
    created_at: restInstant(order.createdAt),
    currency,
    current_shipping_price_set: priceSet(totals.shipping - totals.refundedShipping, currency),
    ...price('current_subtotal_price', totals.currentSubtotal),
    ...price('current_total_discounts', totals.currentDiscounts),
    ...price('current_total_price', totals.currentTotal),
    ...price('current_total_tax', totals.currentTax),
    customer_locale: customer?.locale ?? null,
    discount_codes: applications.flatMap((one, index) => discountCode(order, one, index)),
    email: order.email ?? '',
    estimated_taxes: false,
    financial_status: order.financialStatus.toLowerCase(),
    fulfillment_status: null,
    landing_site: order.landingSite,
    landing_site_ref: null,
    name: `#${number}`,
    note: order.note,
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    number: number - 1000,
    order_number: number,
    order_status_url: `https://${domain}/orders/${token}/authenticate`,
    payment_gateway_names: totals.received > 0 ? ['manual'] : [],
    phone: order.phone,
    po_number: order.poNumber,
    presentment_currency: currency,
    processed_at: restInstant(order.createdAt),
    reference: null,
    referring_site: order.referringSite,
    source_identifier: null,
    source_name: order.sourceName,
    source_url: null,
    ...price('subtotal_price', totals.subtotal),
    tags: order.tags.join(', '),
    tax_exempt: order.taxExempt,
    tax_lines: taxLines(order, totals.tax, currency),
    taxes_included: order.taxesIncluded,
    test: order.test,
    token,
    ...price('total_discounts', totals.discounts),
    ...price('total_line_items_price', totals.original),
    total_outstanding: toDecimal(totals.outstanding),
    ...price('total_price', totals.total),
    total_shipping_price_set: priceSet(totals.shipping, currency),
    ...price('total_tax', totals.tax),
    total_tip_received: '0.00',
    total_weight: 0,
    updated_at: restInstant(order.updatedAt),
    user_id: null,
    billing_address: addressJson(order.billingAddress),
    customer: customer ? customerJson(customer, currency) : null,
    discount_applications: applications.map(applicationJson),
    fulfillments: [],
    line_items: order.lines.map(line => lineItemJson(order, line, currency)),
    payment_terms: null,
    refunds: order.refunds.map(refund => refundJson(order, refund, currency)),
    shipping_address: addressJson(order.shippingAddress),
    shipping_lines: shippingLine
      ? [
          {
            id,
            code: 'custom',
            title: shippingLine.title,
            source: 'shopify',
            ...price('price', toCents(shippingLine.price)),
            ...price('discounted_price', toCents(shippingLine.price)),
            is_removed: false,
            tax_lines: [],
            discount_allocations: [],
          },
        ]
      : [],
    returns: [],
  };
}

function discountCode(order: OrderRecord, { type, title, valueType }: ApplicationRecord, index: number) {
  if (type !== 'discount_code') return [];
  const cents = order.lines
    .flatMap(({ allocations }) => allocations)
    .reduce((sum, one) => sum + (one.application === index ? one.cents : 0), 0);
  return [{ code: title, amount: toDecimal(cents), type: valueType.toLowerCase() }];
}

function applicationJson({ type, target, title, value, valueType, isEach }: ApplicationRecord) {
  const named = type === 'discount_code' ? { code: title } : { title, description: title };
  return {
    target_type: 'line_item',
    type,
    value: value.toFixed(valueType === 'PERCENTAGE' ? 1 : 2),
    value_type: valueType.toLowerCase(),
    allocation_method: isEach ? 'each' : 'across',
    target_selection: target === 'line' ? 'explicit' : 'all',
    ...named,
  };
}

function addressJson(address: AddressRecord | null) {
  if (!address) return null;
  const { firstName, lastName, company, address1, address2, city, province, zip, phone } = address;
  return {
    ...{
      first_name: firstName,
      last_name: lastName,
      company,
      address1,
      address2,
      city,
      province,
      zip,
      phone,
    },
    name: [firstName, lastName].filter(Boolean).join(' '),
    province_code: address.provinceCode,
    country_code: address.countryCode,
  };
}
