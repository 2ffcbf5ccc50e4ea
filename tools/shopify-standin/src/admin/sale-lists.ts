import type { Clock } from '../clock.js';
import type { DraftOrderRecord, OrderRecord, SaleRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { type ConnectionArguments, connection } from './connection.js';
import { notImplemented } from './errors.js';
import { fromGid } from './gid.js';
import { orderNode } from './order-nodes.js';
import { draftOrderNode } from './sale-nodes.js';
import { matchesInstant, matchesNumber, parseSearch, type SearchTerm } from './search.js';

type Search = ConnectionArguments & { query?: string | null };

const FEATURES = { comparable: ['created_at'] };
const ORDER_FEATURES = { comparable: ['created_at', 'updated_at', 'processed_at', 'id'] };

export function draftOrderById(shop: Shop, gid: string): DraftOrderRecord | undefined {
  const id = fromGid('DraftOrder', gid);
  return id === null ? undefined : shop.sales.drafts.get(id);
}

export function orderById(shop: Shop, gid: string): OrderRecord | undefined {
  const id = fromGid('Order', gid);
  return id === null ? undefined : shop.sales.orders.get(id);
}

/**
 * `draftOrders`. A search is late: it does not find a draft made within the lag, and one completed within it still
 * as open. See SEARCH_LAG_MS.
 */
export function draftOrderList(shop: Shop, args: Search, clock: Clock, searchLagMs: number) {
  let drafts = [...shop.sales.drafts.values()];
  if (args.query) {
    const terms = parseSearch(args.query, FEATURES);
    const indexedUntil = clock() - searchLagMs;
    drafts = drafts.filter(
      draft =>
        draft.createdAt <= indexedUntil && terms.every(term => matchesDraft(draft, term, indexedUntil)),
    );
  }
  return connection(drafts, args, draft => draftOrderNode(shop, draft));
}

/**
 * `orders`, also by UPDATED_AT. A search is late: it does not find an order that came in within the lag, nor, by
 * `updated_at`, one that was changed within it. See SEARCH_LAG_MS.
 */
export function orderList(shop: Shop, args: Search, clock: Clock, searchLagMs: number) {
  let orders = [...shop.sales.orders.values()];
  if (args.query) {
    const terms = parseSearch(args.query, ORDER_FEATURES);
    const indexedUntil = clock() - searchLagMs;
    orders = orders.filter(
      order =>
        (order.enteredAt ?? order.createdAt) <= indexedUntil &&
        terms.every(term => matchesOrder(order, term, indexedUntil)),
    );
  }
  return connection(orders, args, order => orderNode(shop, order), {
    UPDATED_AT: order => order.updatedAt,
    PROCESSED_AT: order => order.createdAt,
    CREATED_AT: order => order.createdAt,
  });
}

function matchesDraft(draft: DraftOrderRecord, term: SearchTerm, indexedUntil: number): boolean {
  if (term.field === 'status') {
    const isCompleted = draft.completedAt !== null && draft.completedAt <= indexedUntil;
    return isSame(isCompleted ? 'completed' : 'open', term);
  }
  return matchesSale(draft, term, 'draftOrders');
}

function matchesOrder(order: OrderRecord, term: SearchTerm, indexedUntil: number): boolean {
  if (term.field === 'updated_at')
    return order.updatedAt <= indexedUntil && matchesInstant(order.updatedAt, term);
  if (term.field === 'processed_at') return matchesInstant(order.createdAt, term);
  if (term.field === 'test') return isSame(String(order.test), term);
  if (term.field === 'discount_code') return codesOf(order).some(code => isSame(code, term));
  if (term.field === 'id') return matchesNumber(order.id, term);
  if (term.field === 'name') return String(order.number) === term.value.replace('#', '');
  if (term.field === 'email') return order.email !== null && isSame(order.email, term);
  if (term.field === 'status')
    return isSame(order.cancelledAt === null ? 'open' : 'cancelled', term) || isSame('any', term);
  if (term.field === 'financial_status') return isSame(order.financialStatus, term);
  if (term.field === 'fulfillment_status') return isSame('unfulfilled', term);
  if (term.field === 'source_name') return isSame(order.sourceName, term);
  return matchesSale(order, term, 'orders');
}

function matchesSale(sale: SaleRecord, term: SearchTerm, list: string): boolean {
  if (term.field === 'tag') return sale.tags.some(tag => isSame(tag, term));
  if (term.field === 'id') return String(sale.id) === term.value;
  if (term.field === 'customer_id') return String(sale.customerId) === term.value;
  if (term.field === 'created_at') return matchesInstant(sale.createdAt, term);
  throw notImplemented(`${list} search by ${term.field}`);
}

function codesOf({ applications = [] }: OrderRecord): string[] {
  return applications.flatMap(({ type, title }) => (type === 'discount_code' ? [title] : []));
}

function isSame(own: string, { value }: SearchTerm): boolean {
  return own.toLowerCase() === value.toLowerCase();
}
