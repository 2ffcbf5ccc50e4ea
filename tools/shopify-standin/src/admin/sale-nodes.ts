import { createHash } from 'node:crypto';
import { shopifyInstant } from '../clock.js';
import type {
  AppliedDiscount,
  DraftOrderRecord,
  LineRecord,
  OrderRecord,
  SaleRecord,
} from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { addressNode } from './addresses.js';
import { type ConnectionArguments, connection } from './connection.js';
import { customerNode } from './customers.js';
import { toGid } from './gid.js';
import { moneyBag, toCents, toDecimal } from './money.js';
import { productNode, variantNode } from './products.js';
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

/** `Order` of the schema: never fulfilled, refunded or cancelled. */
export function orderNode(shop: Shop, order: OrderRecord): object {
  const { currencyCode } = shop.record;
  const totals = saleTotals(order);
  const bag = (cents: number) => moneyBag(cents, currencyCode);
  const isPaid = order.financialStatus === 'PAID';
  return {
    __typename: 'Order',
    id: toGid('Order', order.id),
    name: `#${order.number}`,
    number: order.number,
    note: order.note,
    sourceName: order.sourceName,
    displayFinancialStatus: order.financialStatus,
    displayFulfillmentStatus: 'UNFULFILLED',
    fullyPaid: isPaid,
    unpaid: !isPaid,
    confirmed: true,
    closed: false,
    closedAt: null,
    cancelledAt: null,
    cancelReason: null,
    test: false,
    edited: false,
    fulfillments: [],
    refunds: [],
    discountCode: null,
    discountCodes: [],
    paymentGatewayNames: totals.total > 0 ? ['manual'] : [],
    ...shared(shop, order),
    lineItems: (args: ConnectionArguments) =>
      connection(order.lines, args, line => orderLineNode(shop, line)),
    currentTotalPriceSet: bag(totals.total),
    originalTotalPriceSet: bag(totals.total),
    currentSubtotalPriceSet: bag(totals.subtotal),
    currentTotalDiscountsSet: bag(totals.discounts),
    currentSubtotalLineItemsQuantity: totals.quantity,
    subtotalLineItemsQuantity: totals.quantity,
    totalReceivedSet: bag(isPaid ? totals.total : 0),
    totalOutstandingSet: bag(isPaid ? 0 : totals.total),
    totalRefundedSet: bag(0),
    totalPrice: toDecimal(totals.total),
    processedAt: shopifyInstant(order.createdAt),
  };
}

function shared(shop: Shop, sale: SaleRecord) {
  const { currencyCode } = shop.record;
  const totals = saleTotals(sale);
  const bag = (cents: number) => moneyBag(cents, currencyCode);
  const record = sale.customerId === null ? undefined : shop.customers.get(sale.customerId);
  const customer = record ? () => customerNode(shop, record) : null;
  const own = JSON.stringify(sale.billingAddress);
  return {
    legacyResourceId: String(sale.id),
    email: sale.email,
    phone: sale.phone,
    poNumber: sale.poNumber,
    tags: sale.tags,
    customAttributes: sale.customAttributes,
    customer,
    purchasingEntity: customer,
    shippingAddress: addressNode(sale.shippingAddress, sale.id),
    billingAddress: addressNode(sale.billingAddress, sale.id),
    billingAddressMatchesShippingAddress: own === JSON.stringify(sale.shippingAddress),
    shippingLine: sale.shippingLine && {
      title: sale.shippingLine.title,
      code: 'custom',
      custom: true,
      originalPriceSet: bag(toCents(sale.shippingLine.price)),
      discountedPriceSet: bag(toCents(sale.shippingLine.price)),
    },
    currencyCode,
    presentmentCurrencyCode: currencyCode,
    taxExempt: sale.taxExempt,
    taxesIncluded: false,
    taxLines: [],
    subtotalPriceSet: bag(totals.subtotal),
    totalPriceSet: bag(totals.total),
    totalDiscountsSet: bag(totals.discounts),
    totalShippingPriceSet: bag(totals.shipping),
    totalTaxSet: bag(0),
    createdAt: shopifyInstant(sale.createdAt),
    updatedAt: shopifyInstant(sale.updatedAt),
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

function orderLineNode(shop: Shop, line: LineRecord) {
  const { quantity } = line;
  return {
    ...lineNode(shop, line),
    id: toGid('LineItem', line.id),
    currentQuantity: quantity,
    unfulfilledQuantity: quantity,
    refundableQuantity: quantity,
  };
}

function lineNode(shop: Shop, line: LineRecord) {
  const { currencyCode } = shop.record;
  const { original, discount, discounted } = lineTotals(line);
  const bag = (cents: number) => moneyBag(cents, currencyCode);
  const owned = shop.catalogue.variant(line.variantId);
  const product = shop.catalogue.products.get(line.productId);
  return {
    title: line.title,
    variantTitle: line.variantTitle,
    name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    requiresShipping: line.requiresShipping,
    taxable: true,
    isGiftCard: false,
    image: null,
    taxLines: [],
    customAttributes: line.customAttributes,
    originalUnitPriceSet: bag(toCents(line.unitPrice)),
    originalTotalSet: bag(original),
    discountedTotalSet: bag(discounted),
    totalDiscountSet: bag(discount),
    variant: owned ? () => variantNode(shop, owned) : null,
    product: product ? () => productNode(shop, product) : null,
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
