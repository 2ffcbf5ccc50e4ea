import type { OrderLineRecord, OrderRecord, RefundRecord } from '../shop/sale-records.js';
import { type CheckoutLine, shortage, toOrderLine } from './checkout.js';
import { currentQuantity, netOf, orderTotals, statusAfter, taxOf } from './order-totals.js';

/** Pieces that leave the stock, below zero where they come back. */
export interface StockChange {
  variantId: number;
  quantity: number;
}

export interface EditDelta {
  lineId: number;
  delta: number;
}

/** What became of an order; ids of new parts count on from `nextId`. */
export interface OrderChange {
  order: OrderRecord;
  stock: StockChange[];
  refund?: RefundRecord;
  edits?: EditDelta[];
}
type Outcome = OrderChange | { refusal: string };

/** `amount` is cents; of `lines`, `amount` and `isShipping` one is given. */
export interface RefundInput {
  lines?: readonly { lineId: number; quantity: number }[] | undefined;
  amount?: number | undefined;
  isShipping?: boolean | undefined;
  isRestocked: boolean;
  note: string | null;
  /** gives back no more than was paid, rather than refusing */
  isCapped?: boolean;
}

export interface EditInput {
  set: readonly { lineId: number; quantity: number }[];
  add: readonly CheckoutLine[];
}

export function pay(order: OrderRecord, now: number): Outcome {
  if (order.cancelledAt !== null) return { refusal: 'The order is cancelled' };
  const { outstanding, received } = orderTotals(order);
  if (outstanding === 0) return { refusal: 'The order is paid' };
  return { order: settled({ ...order, received: received + outstanding }, now), stock: [] };
}

/** Gives money back: for pieces, for the shipping alone, or an amount that is for nothing in particular. */
export function refund(order: OrderRecord, input: RefundInput, nextId: number, now: number): Outcome {
  const totals = orderTotals(order);
  const left = totals.received - totals.refunded;
  if (totals.received === 0) return { refusal: 'Nothing was paid for this order' };
  const parts = refundParts(order, input, nextId + 2);
  if ('refusal' in parts) return parts;
  const { lines } = parts;
  let { adjustments, amount } = parts;
  if (amount > left) {
    if (!input.isCapped) return { refusal: `Only ${left} cents are left to refund` };
    const id = nextId + 2 + lines.length;
    adjustments = [{ id, kind: 'refund_discrepancy', amount: amount - left }];
    amount = left;
  }
  const record: RefundRecord = {
    id: nextId,
    transactionId: nextId + 1,
    createdAt: now,
    note: input.note,
    lines,
    adjustments,
    amount,
  };
  const refunded = (line: OrderLineRecord) =>
    lines.reduce((sum, { lineId, quantity }) => sum + (lineId === line.id ? quantity : 0), 0);
  const after = {
    ...order,
    lines: order.lines.map(line => ({ ...line, refunded: line.refunded + refunded(line) })),
    refunds: [...order.refunds, record],
  };
  const stock = input.isRestocked
    ? order.lines.map(line => ({ variantId: line.variantId, quantity: -refunded(line) }))
    : [];
  return {
    order: settled(after, now),
    stock: stock.filter(({ quantity }) => quantity !== 0),
    refund: record,
  };
}

/** Sets how many pieces of a line the buyer has, and adds lines; nothing is paid or refunded by it. */
export function edit(order: OrderRecord, { set, add }: EditInput, nextId: number, now: number): Outcome {
  if (order.cancelledAt !== null) return { refusal: 'The order is cancelled' };
  const short = shortage(add);
  if (short) return { refusal: short };
  const edits: EditDelta[] = [];
  const stock: StockChange[] = [];
  const lines = order.lines.map(line => ({ ...line }));
  for (const { lineId, quantity } of set) {
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return { refusal: `The order has no line ${lineId}` };
    const delta = quantity - currentQuantity(line);
    if (delta === 0) continue;
    // Pieces that were edited away come back before the line grows.
    const restored = Math.max(0, Math.min(delta, line.removed));
    line.removed += delta < 0 ? -delta : -restored;
    line.quantity += delta > 0 ? delta - restored : 0;
    edits.push({ lineId, delta });
    stock.push({ variantId: line.variantId, quantity: delta });
  }
  add.forEach((item, index) => {
    const line = toOrderLine(item, nextId + index);
    lines.push(line);
    edits.push({ lineId: line.id, delta: line.quantity });
    stock.push({ variantId: line.variantId, quantity: line.quantity });
  });
  if (edits.length === 0) return { refusal: 'The edit changes nothing' };
  return { order: settled({ ...order, lines, isEdited: true }, now), stock, edits };
}

/** Cancels, and refunds what is left of it where it was paid and `isRefunded`; the stock comes back. */
export function cancel(
  order: OrderRecord,
  { reason, isRefunded }: { reason: string; isRefunded: boolean },
  nextId: number,
  now: number,
): Outcome {
  if (order.cancelledAt !== null) return { refusal: 'The order is cancelled already' };
  const lines = order.lines.map(line => ({ lineId: line.id, quantity: currentQuantity(line) }));
  const cancelled = { ...order, cancelledAt: now, cancelReason: reason };
  const held = lines.filter(({ quantity }) => quantity > 0);
  if (isRefunded && orderTotals(order).received > 0 && held.length > 0) {
    return refund(cancelled, { lines: held, isRestocked: true, note: null, isCapped: true }, nextId, now);
  }
  const stock = order.lines.map(line => ({ variantId: line.variantId, quantity: -currentQuantity(line) }));
  return { order: settled(cancelled, now), stock: stock.filter(({ quantity }) => quantity !== 0) };
}

type RefundParts = Pick<RefundRecord, 'lines' | 'adjustments' | 'amount'>;

function refundParts(
  order: OrderRecord,
  input: RefundInput,
  nextId: number,
): RefundParts | { refusal: string } {
  const none = { lines: [], adjustments: [] };
  if (input.isShipping) {
    const { shipping, refundedShipping } = orderTotals(order);
    const amount = shipping - refundedShipping;
    if (amount === 0) return { refusal: 'There is no shipping left to refund' };
    const kind = 'shipping_refund' as const;
    return { ...none, amount, adjustments: [{ id: nextId, kind, amount: -amount }] };
  }
  if (input.amount !== undefined) {
    const kind = 'refund_discrepancy' as const;
    return { ...none, amount: input.amount, adjustments: [{ id: nextId, kind, amount: -input.amount }] };
  }
  const wanted = input.lines ?? [];
  if (new Set(wanted.map(({ lineId }) => lineId)).size < wanted.length)
    return { refusal: 'A line is named twice' };
  const lines: RefundRecord['lines'] = [];
  for (const { lineId, quantity } of wanted) {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) return { refusal: `The order has no line ${lineId}` };
    const held = currentQuantity(line);
    if (quantity > held) return { refusal: `Only ${held} of line ${lineId} are left to refund` };
    // The difference of what is left before and after, so that all refunds of a line come to the line.
    const [before, after] = [netOf(line, held), netOf(line, held - quantity)];
    lines.push({
      id: nextId + lines.length,
      lineId,
      quantity,
      subtotal: before - after,
      tax: taxOf(before, order) - taxOf(after, order),
      isRestocked: input.isRestocked,
    });
  }
  const amount = lines.reduce((sum, one) => sum + one.subtotal + (order.taxesIncluded ? 0 : one.tax), 0);
  return { ...none, lines, amount };
}

function settled(order: OrderRecord, now: number): OrderRecord {
  return { ...order, updatedAt: now, financialStatus: statusAfter(order) };
}
