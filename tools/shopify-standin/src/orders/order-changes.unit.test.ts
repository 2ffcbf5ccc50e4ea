import { describe, expect, it } from '@jest/globals';
import type { OrderRecord } from '../shop/sale-records.js';
import { cancel, edit, type OrderChange, pay, refund } from './order-changes.js';
import { orderTotals } from './order-totals.js';

const NOW = 1_000;
const LINE = {
  variantId: 1,
  productId: 1,
  title: 'Mug',
  variantTitle: null,
  sku: null,
  vendor: 'x',
  requiresShipping: true,
  discount: null,
  customAttributes: [],
  removed: 0,
  refunded: 0,
};

/** 3 × 10.00 less 1.00 and 1 × 5.00 with shipping of 4.90 and 19% in the prices, paid. */
function order(change: Partial<OrderRecord> = {}): OrderRecord {
  return {
    id: 10,
    number: 1001,
    customerId: null,
    email: null,
    phone: null,
    note: null,
    poNumber: null,
    tags: [],
    customAttributes: [],
    shippingAddress: null,
    billingAddress: null,
    shippingLine: { title: 'Standard', price: '4.90' },
    discount: null,
    taxExempt: false,
    lines: [
      { ...LINE, id: 11, quantity: 3, unitPrice: '10.00', allocations: [{ application: 0, cents: 100 }] },
      { ...LINE, id: 12, quantity: 1, unitPrice: '5.00', allocations: [] },
    ],
    draftOrderId: null,
    financialStatus: 'PAID',
    sourceName: 'web',
    applications: [],
    taxRate: 190_000,
    taxesIncluded: true,
    test: false,
    landingSite: null,
    referringSite: null,
    cancelledAt: null,
    cancelReason: null,
    isEdited: false,
    refunds: [],
    received: 3890,
    createdAt: 0,
    updatedAt: 0,
    ...change,
  };
}

function done(outcome: OrderChange | { refusal: string }): OrderChange {
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome;
}

function refundOf(of: OrderRecord, lineId: number, quantity: number): OrderChange {
  return done(refund(of, { lines: [{ lineId, quantity }], isRestocked: true, note: null }, 100, NOW));
}

describe('totals', () => {
  it('has tax in the prices, or on top of them', () => {
    expect(orderTotals(order())).toMatchObject({ subtotal: 3400, tax: 543, total: 3890, discounts: 100 });
    expect(orderTotals(order({ taxesIncluded: false }))).toMatchObject({
      subtotal: 3400,
      tax: 646,
      total: 4536,
    });
  });
});

describe('refunds', () => {
  it('of all pieces one by one come to the line, to the cent', () => {
    let now = order();
    for (let piece = 0; piece < 3; piece += 1) now = refundOf(now, 11, 1).order;
    const parts = now.refunds.flatMap(({ lines }) => lines);
    expect(parts.map(({ subtotal }) => subtotal)).toEqual([967, 966, 967]);
    expect(parts.reduce((sum, { tax }) => sum + tax, 0)).toBe(463);
    expect(orderTotals(now)).toMatchObject({ currentSubtotal: 500, refunded: 2900, outstanding: 0 });
    expect(now.financialStatus).toBe('PARTIALLY_REFUNDED');
  });

  it('of everything ends as refunded, the stock back', () => {
    const lines = [
      { lineId: 11, quantity: 3 },
      { lineId: 12, quantity: 1 },
    ];
    const items = done(refund(order(), { lines, isRestocked: true, note: null }, 100, NOW));
    expect(items.stock).toEqual([
      { variantId: 1, quantity: -3 },
      { variantId: 1, quantity: -1 },
    ]);
    const shipping = done(refund(items.order, { isShipping: true, isRestocked: true, note: null }, 200, NOW));
    expect(shipping.refund).toMatchObject({ lines: [], amount: 490, adjustments: [{ amount: -490 }] });
    expect(shipping.order.financialStatus).toBe('REFUNDED');
  });

  it('add tax where it is on top of the price', () => {
    const { refund: record } = refundOf(order({ taxesIncluded: false, received: 4536 }), 12, 1);
    expect(record).toMatchObject({ amount: 595, lines: [{ subtotal: 500, tax: 95 }] });
  });

  it.each([
    ['more pieces than there are', { lines: [{ lineId: 12, quantity: 2 }] }, 'Only 1 of line 12'],
    ['a line of another order', { lines: [{ lineId: 99, quantity: 1 }] }, 'no line 99'],
    ['more than was paid', { amount: 3891 }, 'Only 3890 cents'],
  ])('refuse %s', (_what, input, words) => {
    const outcome = refund(order(), { ...input, isRestocked: true, note: null }, 100, NOW);
    expect(outcome).toEqual({ refusal: expect.stringContaining(words) });
  });
});

describe('edits', () => {
  it('take pieces with their share of the discount, and bring them back', () => {
    const fewer = done(edit(order(), { set: [{ lineId: 11, quantity: 1 }], add: [] }, 100, NOW));
    expect(orderTotals(fewer.order)).toMatchObject({ subtotal: 3400, currentSubtotal: 1467 });
    expect(fewer).toMatchObject({ edits: [{ lineId: 11, delta: -2 }], stock: [{ quantity: -2 }] });
    const back = done(edit(fewer.order, { set: [{ lineId: 11, quantity: 3 }], add: [] }, 100, NOW));
    expect(orderTotals(back.order)).toMatchObject({ currentSubtotal: 3400 });
  });

  it('that add leave the difference to be paid', () => {
    const more = done(edit(order(), { set: [{ lineId: 12, quantity: 2 }], add: [] }, 100, NOW));
    expect(more.order.financialStatus).toBe('PARTIALLY_PAID');
    expect(orderTotals(more.order).outstanding).toBe(500);
    expect(done(pay(more.order, NOW)).order.financialStatus).toBe('PAID');
  });
});

describe('cancelling', () => {
  it('gives back what was paid for items, and voids what was not paid', () => {
    const paid = done(cancel(order(), { reason: 'customer', isRefunded: true }, 100, NOW));
    expect(paid.refund?.amount).toBe(3400);
    expect(paid.order).toMatchObject({ cancelledAt: NOW, financialStatus: 'PARTIALLY_REFUNDED' });
    const pending = order({ received: 0, financialStatus: 'PENDING' });
    const void_ = done(cancel(pending, { reason: 'other', isRefunded: true }, 100, NOW));
    expect(void_.order.financialStatus).toBe('VOIDED');
    expect(cancel(void_.order, { reason: 'other', isRefunded: true }, 100, NOW)).toEqual({
      refusal: 'The order is cancelled already',
    });
  });
});
