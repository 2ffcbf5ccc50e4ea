import type { Clock } from '../clock.js';
import { withApplications } from '../orders/allocation.js';
import { isAvailable } from '../shop/catalogue.js';
import type { DraftOrderRecord, LineRecord, OrderRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { orderPlaced } from '../webhooks/happenings.js';
import type { Notices } from '../webhooks/notices.js';
import { payload } from './draft-order-mutations.js';
import type { UserError } from './errors.js';
import { draftOrderById } from './sale-lists.js';
import { saleTotals } from './sale-totals.js';

export interface CompleteArguments {
  id: string;
  paymentGatewayId?: string | null;
  paymentPending?: boolean | null;
  sourceName?: string | null;
}

/**
 * `draftOrderComplete`: makes the draft's order and takes its stock. Of a completed draft it answers the draft with
 * the order that it has and the error `This order has been paid`, as real shops do.
 */
export function draftOrderComplete(shop: Shop, clock: Clock, notices: Notices, args: CompleteArguments) {
  const draft = draftOrderById(shop, args.id);
  if (!draft) return payload(shop, null, [{ field: ['id'], message: 'Draft order does not exist' }]);
  const refusal = completionError(shop, draft, args);
  if (refusal) return payload(shop, draft, [refusal]);

  const order = orderOf(shop, draft, clock(), args);
  const { createdAt } = order;
  const completed = { ...draft, orderId: order.id, completedAt: createdAt, updatedAt: createdAt };
  shop.completeDraftOrder(completed, order, notices.of(shop, orderPlaced(shop, order), createdAt));
  return payload(shop, completed, []);
}

/**
 * Paid drafts and gateways in the words of real shops; a variant that is gone in those of a merchant's report; stock
 * in those that `orderCreate` was seen to have for stock that it cannot reserve, since no draft's answer was recorded.
 */
function completionError(
  shop: Shop,
  draft: DraftOrderRecord,
  { paymentGatewayId }: CompleteArguments,
): UserError | null {
  if (draft.completedAt !== null) return { field: null, message: 'This order has been paid' };
  if (paymentGatewayId) return { field: null, message: 'Invalid payment gateway' };
  for (const [variantId, quantity] of quantities(draft.lines)) {
    const owned = shop.catalogue.variant(variantId);
    if (!owned) return { field: null, message: 'Product variant not found.' };
    if (!isAvailable(owned.variant, quantity))
      return { field: null, message: 'Line items Unable to reserve inventory' };
  }
  return null;
}

/** Several lines may be of one variant. */
function quantities(lines: readonly LineRecord[]): Map<number, number> {
  const all = new Map<number, number>();
  for (const { variantId, quantity } of lines) all.set(variantId, (all.get(variantId) ?? 0) + quantity);
  return all;
}

function orderOf(shop: Shop, draft: DraftOrderRecord, now: number, args: CompleteArguments): OrderRecord {
  const { sourceName, completedAt: _completedAt, orderId: _orderId, ...sale } = draft;
  const isPending = args.paymentPending === true && saleTotals(draft).total > 0;
  return withApplications({
    ...sale,
    lines: sale.lines.map(line => ({ ...line, removed: 0, refunded: 0, allocations: [] })),
    id: shop.nextId,
    number: shop.sales.nextOrderNumber,
    draftOrderId: draft.id,
    financialStatus: isPending ? 'PENDING' : 'PAID',
    sourceName: args.sourceName || sourceName || 'shopify_draft_order',
    taxRate: 0,
    taxesIncluded: false,
    test: false,
    landingSite: null,
    referringSite: null,
    cancelledAt: null,
    cancelReason: null,
    isEdited: false,
    refunds: [],
    createdAt: now,
    updatedAt: now,
  });
}
