import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { toGid } from '../admin/gid.js';
import { moneyV2, toDecimal } from '../admin/money.js';
import { saleTotals } from '../admin/sale-totals.js';
import { shopifyInstant } from '../clock.js';
import { currentQuantity, netOf, orderTotals } from '../orders/order-totals.js';
import type { DraftOrderRecord, OrderRecord, SaleRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import type { Shops } from '../shop/shops.js';
import { invalid, noSuch, Page, pageOf } from './listing.js';

const Orders = Page.extend({ tag: z.string().optional() });
const Drafts = Orders.extend({ status: z.enum(['OPEN', 'COMPLETED']).optional() });

/** Orders and drafts as they are now, without Shopify's late index. */
export function saleRoutes(app: FastifyInstance, { shops }: { shops: Shops }): void {
  app.get<{ Params: { domain: string } }>('/shops/:domain/orders', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const page = Orders.safeParse(request.query);
    if (!page.success) return invalid(reply, page.error);
    const { tag } = page.data;
    return pageOf(
      filtered(shop.sales.orders, order => hasTag(order, tag)),
      page.data,
      order => orderView(shop, order),
    );
  });

  app.get<{ Params: { domain: string } }>('/shops/:domain/draft-orders', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const page = Drafts.safeParse(request.query);
    if (!page.success) return invalid(reply, page.error);
    const { tag, status } = page.data;
    const drafts = filtered(
      shop.sales.drafts,
      draft => hasTag(draft, tag) && (status === undefined || statusOf(draft) === status),
    );
    return pageOf(drafts, page.data, draft => draftView(shop, draft));
  });
}

export function statusOf({ completedAt }: DraftOrderRecord): 'OPEN' | 'COMPLETED' {
  return completedAt === null ? 'OPEN' : 'COMPLETED';
}

/** An order with what became of it. */
export function orderView(shop: Shop, order: OrderRecord) {
  const totals = orderTotals(order);
  const money = (cents: number) => moneyV2(toDecimal(cents), shop.record.currencyCode).amount;
  return {
    ...saleView(shop, order),
    id: toGid('Order', order.id),
    name: `#${order.number}`,
    draftOrderId: order.draftOrderId === null ? null : toGid('DraftOrder', order.draftOrderId),
    financialStatus: order.financialStatus,
    sourceName: order.sourceName,
    test: order.test,
    landingSite: order.landingSite,
    discountCodes: (order.applications ?? []).flatMap(one =>
      one.type === 'discount_code' ? [one.title] : [],
    ),
    cancelledAt: order.cancelledAt === null ? null : shopifyInstant(order.cancelledAt),
    updatedAt: shopifyInstant(order.updatedAt),
    lineItems: order.lines.map(line => ({
      id: toGid('LineItem', line.id),
      variantId: toGid('ProductVariant', line.variantId),
      title: line.title,
      variantTitle: line.variantTitle,
      sku: line.sku,
      quantity: line.quantity,
      currentQuantity: currentQuantity(line),
      unitPrice: line.unitPrice,
      net: money(netOf(line, currentQuantity(line))),
    })),
    refunds: order.refunds.map(({ id, lines, amount }) => ({
      id: toGid('Refund', id),
      lines: lines.map(({ lineId, quantity }) => ({ lineItemId: toGid('LineItem', lineId), quantity })),
      amount: money(amount),
    })),
    discounts: money(totals.discounts),
    subtotal: money(totals.subtotal),
    tax: money(totals.tax),
    shipping: money(totals.shipping),
    total: money(totals.total),
    currentTotal: money(totals.currentTotal),
    refunded: money(totals.refunded),
    outstanding: money(totals.outstanding),
  };
}

function draftView(shop: Shop, draft: DraftOrderRecord) {
  return {
    id: toGid('DraftOrder', draft.id),
    name: `#D${draft.number}`,
    status: statusOf(draft),
    orderId: draft.orderId === null ? null : toGid('Order', draft.orderId),
    ...saleView(shop, draft),
  };
}

function saleView(shop: Shop, sale: SaleRecord) {
  const { currencyCode } = shop.record;
  const totals = saleTotals(sale);
  return {
    tags: sale.tags,
    email: sale.email,
    customerId: sale.customerId === null ? null : toGid('Customer', sale.customerId),
    note: sale.note,
    customAttributes: sale.customAttributes,
    shippingAddress: sale.shippingAddress,
    lineItems: sale.lines.map(({ variantId, title, variantTitle, sku, quantity, unitPrice }) => ({
      variantId: toGid('ProductVariant', variantId),
      title,
      variantTitle,
      sku,
      quantity,
      unitPrice,
    })),
    discounts: moneyV2(toDecimal(totals.discounts), currencyCode).amount,
    total: moneyV2(toDecimal(totals.total), currencyCode).amount,
    currencyCode,
    createdAt: shopifyInstant(sale.createdAt),
  };
}

function hasTag({ tags }: SaleRecord, tag: string | undefined): boolean {
  return tag === undefined || tags.some(own => own.toLowerCase() === tag.toLowerCase());
}

function filtered<R>(records: ReadonlyMap<number, R>, fits: (record: R) => boolean): Map<number, R> {
  return new Map([...records].filter(([, record]) => fits(record)));
}
