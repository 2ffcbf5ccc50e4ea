import { shopifyInstant } from '../clock.js';
import { currentQuantity, discountOn, netOf, orderTotals, taxOf } from '../orders/order-totals.js';
import type { ApplicationRecord, OrderLineRecord, OrderRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { type ConnectionArguments, connection } from './connection.js';
import { customerJourneySummary, landingPage } from './customer-journey.js';
import { toGid } from './gid.js';
import { moneyBag, moneyV2, toCents, toDecimal } from './money.js';
import { type RefundParts, refundNode } from './refund-nodes.js';
import { lineNode, shared } from './sale-fields.js';

/** `Order` of the schema: never fulfilled. */
export function orderNode(shop: Shop, order: OrderRecord): object {
  const { currencyCode } = shop.record;
  const totals = orderTotals(order);
  const bag = (cents: number) => moneyBag(cents, currencyCode);
  const codes = (order.applications ?? []).filter(({ type }) => type === 'discount_code');
  const landed = landingPage(shop, order);
  const parts: RefundParts = {
    currencyCode,
    order: () => orderNode(shop, order),
    line: line => orderLineNode(shop, order, line),
  };
  return {
    ...shared(shop, order),
    __typename: 'Order',
    id: toGid('Order', order.id),
    name: `#${order.number}`,
    number: order.number,
    note: order.note,
    sourceName: order.sourceName,
    displayFinancialStatus: order.financialStatus,
    displayFulfillmentStatus: 'UNFULFILLED',
    fullyPaid: totals.received > 0 ? totals.outstanding === 0 : totals.total === 0,
    unpaid: totals.received === 0 && totals.total > 0,
    confirmed: true,
    closed: false,
    closedAt: null,
    cancelledAt: order.cancelledAt === null ? null : shopifyInstant(order.cancelledAt),
    cancelReason: order.cancelReason === null ? null : order.cancelReason.toUpperCase(),
    test: order.test,
    edited: order.isEdited,
    fulfillments: [],
    refunds: ({ first }: { first?: number | null }) =>
      order.refunds.slice(0, first ?? undefined).map(refund => refundNode(order, refund, parts)),
    discountCode: codes[0]?.title ?? null,
    discountCodes: codes.map(({ title }) => title),
    discountApplications: (args: ConnectionArguments) =>
      connection(numbered(order.applications ?? []), args, one => applicationNode(one, currencyCode)),
    paymentGatewayNames: totals.received > 0 ? ['manual'] : [],
    landingPageUrl: landed,
    landingPageDisplayText: landed,
    referrerUrl: order.referringSite,
    customerJourneySummary: () => customerJourneySummary(shop, order),
    lineItems: (args: ConnectionArguments) =>
      connection(order.lines, args, line => orderLineNode(shop, order, line)),
    taxesIncluded: order.taxesIncluded,
    taxLines: taxLineNodes(order, totals.tax, currencyCode),
    currentTaxLines: taxLineNodes(order, totals.currentTax, currencyCode),
    subtotalPriceSet: bag(totals.subtotal),
    subtotalPrice: toDecimal(totals.subtotal),
    totalPriceSet: bag(totals.total),
    totalPrice: toDecimal(totals.total),
    originalTotalPriceSet: bag(totals.total),
    totalDiscountsSet: bag(totals.discounts),
    totalTaxSet: bag(totals.tax),
    totalShippingPriceSet: bag(totals.shipping),
    currentTotalPriceSet: bag(totals.currentTotal),
    currentSubtotalPriceSet: bag(totals.currentSubtotal),
    currentTotalDiscountsSet: bag(totals.currentDiscounts),
    currentTotalTaxSet: bag(totals.currentTax),
    currentShippingPriceSet: bag(totals.shipping - totals.refundedShipping),
    currentSubtotalLineItemsQuantity: totals.currentQuantity,
    subtotalLineItemsQuantity: totals.quantity,
    totalReceivedSet: bag(totals.received),
    totalOutstandingSet: bag(totals.outstanding),
    totalRefundedSet: bag(totals.refunded),
    totalRefundedShippingSet: bag(totals.refundedShipping),
    netPaymentSet: bag(totals.received - totals.refunded),
    processedAt: shopifyInstant(order.createdAt),
  };
}

/** `LineItem` of the schema. */
function orderLineNode(shop: Shop, order: OrderRecord, line: OrderLineRecord) {
  const { currencyCode } = shop.record;
  const { quantity, unitPrice, allocations } = line;
  const applications = order.applications ?? [];
  const bag = (cents: number) => moneyBag(cents, currencyCode);
  const original = toCents(unitPrice) * quantity;
  const isOfLine = ({ application }: { application: number }) => applications[application]?.target === 'line';
  const ofLine = allocations.filter(isOfLine).reduce((sum, { cents }) => sum + cents, 0);
  const ofCodes = allocations
    .filter(({ application }) => applications[application]?.type === 'discount_code')
    .reduce((sum, { cents }) => sum + cents, 0);
  return {
    ...lineNode(shop, line),
    id: toGid('LineItem', line.id),
    currentQuantity: currentQuantity(line),
    unfulfilledQuantity: currentQuantity(line),
    refundableQuantity: currentQuantity(line),
    taxLines: taxLineNodes(order, taxOf(netOf(line, quantity), order), currencyCode),
    /** after the line's own discounts; those of codes for the whole order come off when they are asked for */
    discountedTotalSet: ({ withCodeDiscounts }: { withCodeDiscounts?: boolean | null }) =>
      bag(original - ofLine - (withCodeDiscounts ? ofCodes : 0)),
    totalDiscountSet: bag(discountOn(line)),
    discountedUnitPriceAfterAllDiscountsSet: bag(netOf(line, 1)),
    discountAllocations: allocations.map(({ application, cents }) => ({
      allocatedAmountSet: bag(cents),
      discountApplication: applicationNode(
        { id: application, application: applications[application] },
        currencyCode,
      ),
    })),
  };
}

function taxLineNodes(order: OrderRecord, cents: number, currencyCode: string) {
  if (order.taxRate === 0) return [];
  return [
    {
      title: 'Tax',
      rate: order.taxRate / 1_000_000,
      ratePercentage: order.taxRate / 10_000,
      priceSet: moneyBag(cents, currencyCode),
      price: toDecimal(cents),
      channelLiable: false,
    },
  ];
}

interface Numbered {
  id: number;
  application: ApplicationRecord | undefined;
}

function numbered(applications: readonly ApplicationRecord[]): Numbered[] {
  return applications.map((application, id) => ({ id, application }));
}

/** `DiscountApplication`: of a code, or by hand. */
function applicationNode({ id, application }: Numbered, currencyCode: string) {
  if (!application) throw new Error(`no application ${id}`);
  const { type, title, target, isEach, value, valueType } = application;
  const isCode = type === 'discount_code';
  return {
    __typename: isCode ? 'DiscountCodeApplication' : 'ManualDiscountApplication',
    index: id,
    ...(isCode ? { code: title } : { title, description: title }),
    allocationMethod: isEach ? 'EACH' : 'ACROSS',
    targetSelection: target === 'line' ? 'EXPLICIT' : 'ALL',
    targetType: 'LINE_ITEM',
    value:
      valueType === 'PERCENTAGE'
        ? { __typename: 'PricingPercentageValue', percentage: value }
        : moneyV2(value.toFixed(2), currencyCode),
  };
}
