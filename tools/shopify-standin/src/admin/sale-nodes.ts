import { createHash } from 'node:crypto';
import { shopifyInstant } from '../clock.js';
import type { AppliedDiscount, DraftOrderRecord, LineRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { type ConnectionArguments, connection } from './connection.js';
import { toGid } from './gid.js';
import { moneyBag, toDecimal } from './money.js';
import { orderNode } from './order-nodes.js';
import { lineNode, shared } from './sale-fields.js';
import { lineTotals, saleTotals } from './sale-totals.js';

/** `DraftOrder` of the schema. */
export function draftOrderNode(shop: Shop, draft: DraftOrderRecord): object {
  const { currencyCode, domain } = shop.record;
  const totals = saleTotals(draft);
  const bag = (cents: number) => moneyBag(cents, currencyCode);
  const order = draft.orderId === null ? undefined : shop.sales.orders.get(draft.orderId);
  return {
    __typename: 'DraftOrder',
    id: toGid('DraftOrder', draft.id),
    name: `#D${draft.number}`,
    status: draft.completedAt === null ? 'OPEN' : 'COMPLETED',
    ready: true,
    note2: draft.note,
    order: order ? () => orderNode(shop, order) : null,
    ...shared(shop, draft),
    appliedDiscount: appliedDiscountNode(draft.discount, totals.orderDiscount, currencyCode),
    lineItems: (args: ConnectionArguments) =>
      connection(draft.lines, args, line => draftLineNode(shop, line)),
    lineItemsSubtotalPrice: bag(totals.afterLines),
    totalLineItemsPriceSet: bag(totals.original),
    subtotalPrice: toDecimal(totals.subtotal),
    totalPrice: toDecimal(totals.total),
    totalShippingPrice: toDecimal(totals.shipping),
    totalTax: '0.00',
    totalQuantityOfLineItems: totals.quantity,
    invoiceUrl: `https://${domain}/invoices/${createHash('md5').update(String(draft.id)).digest('hex')}`,
    invoiceSentAt: null,
    reserveInventoryUntil: null,
    paymentTerms: null,
    discountCodes: [],
    platformDiscounts: [],
    warnings: [],
    completedAt: draft.completedAt === null ? null : shopifyInstant(draft.completedAt),
  };
}

function draftLineNode(shop: Shop, line: LineRecord) {
  const { discount } = lineTotals(line);
  return {
    ...lineNode(shop, line),
    id: toGid('DraftOrderLineItem', line.id),
    custom: false,
    appliedDiscount: appliedDiscountNode(line.discount, discount, shop.record.currencyCode),
  };
}

function appliedDiscountNode(discount: AppliedDiscount | null, cents: number, currencyCode: string) {
  if (!discount) return null;
  return {
    ...discount,
    amount: toDecimal(cents),
    amountSet: moneyBag(cents, currencyCode),
  };
}
