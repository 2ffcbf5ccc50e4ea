import { discountSummary } from '../admin/discount-summary.js';
import { statusAt } from '../admin/discounts.js';
import { toGid } from '../admin/gid.js';
import { shopifyInstant } from '../clock.js';
import type { CustomerRecord, DiscountRecord } from '../shop/records.js';
import type { Shop } from '../shop/shop.js';

export function discountView(shop: Shop, discount: DiscountRecord, now: number) {
  const customers = discount.customerIds?.flatMap(id => shop.customers.get(id) ?? []) ?? null;
  return {
    id: toGid('DiscountCodeNode', discount.id),
    code: discount.code,
    title: discount.title,
    status: statusAt(discount, now),
    summary: discountSummary(discount, shop.record.currencyCode),
    value: discount.value,
    minimum: discount.minimum,
    currencyCode: shop.record.currencyCode,
    /** null: everybody may use it */
    customerIds: customers?.map(customer => toGid('Customer', customer.id)) ?? null,
    customerEmails: customers?.flatMap(customer => customer.email ?? []) ?? null,
    uses: shop.sales.usesOf(discount.id).count,
    usageLimit: discount.usageLimit,
    appliesOncePerCustomer: discount.appliesOncePerCustomer,
    tags: discount.tags,
    startsAt: shopifyInstant(discount.startsAt),
    endsAt: discount.endsAt === null ? null : shopifyInstant(discount.endsAt),
    createdAt: shopifyInstant(discount.createdAt),
  };
}

export function customerView(customer: CustomerRecord) {
  const { createdAt, updatedAt, id, ...fields } = customer;
  return {
    id: toGid('Customer', id),
    ...fields,
    createdAt: shopifyInstant(createdAt),
    updatedAt: shopifyInstant(updatedAt),
  };
}
