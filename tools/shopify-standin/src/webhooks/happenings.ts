import type { EditDelta, OrderChange } from '../orders/order-changes.js';
import type { OrderRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { restInstant } from './json.js';
import { orderJson } from './order-json.js';
import { refundJson } from './refund-json.js';
import type { Happening } from './topics.js';

/** A new order: it is told of as created, as paid where it is, and as updated, as Shopify does. */
export function orderPlaced(shop: Shop, order: OrderRecord): Happening[] {
  const body = orderJson(shop, order);
  const isPaid = order.financialStatus === 'PAID';
  return [
    { topic: 'ORDERS_CREATE', body },
    ...(isPaid ? [{ topic: 'ORDERS_PAID' as const, body }] : []),
    { topic: 'ORDERS_UPDATED', body },
  ];
}

/** What became of an order that was there before. */
export function orderChanged(shop: Shop, before: OrderRecord, change: OrderChange): Happening[] {
  const { order, refund, edits } = change;
  const { currencyCode } = shop.record;
  const body = orderJson(shop, order);
  const happenings: Happening[] = [];
  if (edits) happenings.push({ topic: 'ORDERS_EDITED', body: editJson(order, edits) });
  if (order.cancelledAt !== null && before.cancelledAt === null)
    happenings.push({ topic: 'ORDERS_CANCELLED', body });
  if (refund) happenings.push({ topic: 'REFUNDS_CREATE', body: refundJson(order, refund, currencyCode) });
  if (order.financialStatus === 'PAID' && before.financialStatus !== 'PAID')
    happenings.push({ topic: 'ORDERS_PAID', body });
  happenings.push({ topic: 'ORDERS_UPDATED', body });
  return happenings;
}

export function appUninstalled(shop: Shop, now: number): Happening[] {
  const { domain, name, currencyCode: currency, createdAt } = shop.record;
  const body = {
    id: 1,
    name,
    email: `owner@${domain}`,
    domain,
    myshopify_domain: domain,
    currency,
    timezone: '(GMT+00:00) UTC',
    iana_timezone: 'Etc/UTC',
    plan_name: 'shopify_plus',
    created_at: restInstant(createdAt),
    updated_at: restInstant(now),
  };
  return [{ topic: 'APP_UNINSTALLED', body }];
}

function editJson(order: OrderRecord, edits: readonly EditDelta[]) {
  const entry = ({ lineId: id, delta }: EditDelta) => ({ id, delta: Math.abs(delta) });
  return {
    order_edit: {
      id: order.id + order.updatedAt,
      app_id: null,
      created_at: restInstant(order.updatedAt),
      committed_at: restInstant(order.updatedAt),
      notify_customer: false,
      order_id: order.id,
      staff_note: '',
      user_id: null,
      line_items: {
        additions: edits.filter(({ delta }) => delta > 0).map(entry),
        removals: edits.filter(({ delta }) => delta < 0).map(entry),
      },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}
