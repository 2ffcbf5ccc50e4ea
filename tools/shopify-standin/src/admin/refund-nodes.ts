import { shopifyInstant } from '../clock.js';
import type { OrderLineRecord, OrderRecord, RefundRecord } from '../shop/sale-records.js';
import { type ConnectionArguments, connection } from './connection.js';
import { toGid } from './gid.js';
import { moneyBag, toDecimal } from './money.js';

/** What a refund leads to. */
export interface RefundParts {
  currencyCode: string;
  order: () => object;
  line: (line: OrderLineRecord) => object;
}

/** `Refund` of the schema. */
export function refundNode(order: OrderRecord, refund: RefundRecord, parts: RefundParts) {
  const { currencyCode } = parts;
  const bag = (cents: number) => moneyBag(cents, currencyCode);
  const { id, createdAt, note, lines, adjustments, amount, transactionId } = refund;
  const shipping = adjustments.filter(({ kind }) => kind === 'shipping_refund');
  return {
    __typename: 'Refund',
    id: toGid('Refund', id),
    legacyResourceId: String(id),
    createdAt: shopifyInstant(createdAt),
    processedAt: shopifyInstant(createdAt),
    updatedAt: shopifyInstant(createdAt),
    note,
    duties: [],
    return: null,
    totalRefundedSet: bag(amount),
    order: parts.order,
    refundLineItems: (args: ConnectionArguments) =>
      connection(lines, args, line => {
        const item = order.lines.find(one => one.id === line.lineId);
        return {
          id: toGid('RefundLineItem', line.id),
          quantity: line.quantity,
          restockType: line.isRestocked ? 'RETURN' : 'NO_RESTOCK',
          restocked: line.isRestocked,
          subtotalSet: bag(line.subtotal),
          subtotal: toDecimal(line.subtotal),
          totalTaxSet: bag(line.tax),
          totalTax: toDecimal(line.tax),
          priceSet: bag(Math.round(line.subtotal / line.quantity)),
          lineItem: item ? () => parts.line(item) : null,
        };
      }),
    refundShippingLines: (args: ConnectionArguments) =>
      connection(shipping, args, line => ({
        id: toGid('RefundShippingLine', line.id),
        subtotalAmountSet: bag(-line.amount),
        taxAmountSet: bag(0),
      })),
    orderAdjustments: (args: ConnectionArguments) =>
      connection(
        adjustments.filter(({ kind }) => kind === 'refund_discrepancy'),
        args,
        adjustment => ({
          id: toGid('OrderAdjustment', adjustment.id),
          amountSet: bag(adjustment.amount),
          taxAmountSet: bag(0),
          reason: 'REFUND_DISCREPANCY',
        }),
      ),
    transactions: (args: ConnectionArguments) =>
      connection(amount > 0 ? [{ id: transactionId }] : [], args, transaction => ({
        id: toGid('OrderTransaction', transaction.id),
        kind: 'REFUND',
        status: 'SUCCESS',
        gateway: 'manual',
        amountSet: bag(amount),
        test: order.test,
        createdAt: shopifyInstant(createdAt),
        processedAt: shopifyInstant(createdAt),
      })),
  };
}
