import { toGid } from '../admin/gid.js';
import { toDecimal } from '../admin/money.js';
import type { OrderRecord, RefundRecord } from '../shop/sale-records.js';
import { priced, priceSet, restInstant } from './json.js';
import { lineItemJson } from './line-item-json.js';

/** The body of refunds/create, and an entry of an order's `refunds`. */
export function refundJson(order: OrderRecord, refund: RefundRecord, currency: string) {
  const { id, createdAt, note, lines, adjustments, transactionId, amount } = refund;
  return {
    id,
    admin_graphql_api_id: toGid('Refund', id),
    order_id: order.id,
    created_at: restInstant(createdAt),
    processed_at: restInstant(createdAt),
    note,
    user_id: null,
    restock: lines.some(({ isRestocked }) => isRestocked),
    duties: [],
    return: null,
    refund_shipping_lines: [],
    order_adjustments: adjustments.map(adjustment => ({
      id: adjustment.id,
      order_id: order.id,
      refund_id: id,
      kind: adjustment.kind,
      reason: adjustment.kind === 'shipping_refund' ? 'Shipping refund' : 'Refund discrepancy',
      ...priced('amount', adjustment.amount, currency),
      ...priced('tax_amount', 0, currency),
    })),
    transactions: [transactionJson(order, refund, currency)].filter(() => amount > 0 && transactionId > 0),
    refund_line_items: lines.map(line => {
      const item = order.lines.find(one => one.id === line.lineId);
      return {
        id: line.id,
        line_item_id: line.lineId,
        location_id: null,
        quantity: line.quantity,
        restock_type: line.isRestocked ? 'return' : 'no_restock',
        // Numbers, unlike every other amount, as Shopify sends them.
        subtotal: line.subtotal / 100,
        subtotal_set: priceSet(line.subtotal, currency),
        total_tax: line.tax / 100,
        total_tax_set: priceSet(line.tax, currency),
        line_item: item ? lineItemJson(order, item, currency) : null,
      };
    }),
  };
}

function transactionJson(order: OrderRecord, refund: RefundRecord, currency: string) {
  return {
    id: refund.transactionId,
    admin_graphql_api_id: toGid('OrderTransaction', refund.transactionId),
    order_id: order.id,
    kind: 'refund',
    gateway: 'manual',
    status: 'success',
    message: null,
    amount: toDecimal(refund.amount),
    currency,
    test: order.test,
    created_at: restInstant(refund.createdAt),
    processed_at: restInstant(refund.createdAt),
  };
}
