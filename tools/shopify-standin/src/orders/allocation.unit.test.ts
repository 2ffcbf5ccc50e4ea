import { describe, expect, it } from '@jest/globals';
import { OrderRecord } from '../shop/sale-records.js';
import { allocate, withApplications } from './allocation.js';
import { orderTotals } from './order-totals.js';

describe('allocate', () => {
  it.each([
    ['evenly', 300, [100, 100, 100], [100, 100, 100]],
    ['the odd cent to the first of equals', 100, [1, 1, 1], [34, 33, 33]],
    ['by weight', 1000, [2800, 2400, 1600], [412, 353, 235]],
    ['nothing to a line of nothing', 50, [0, 100], [0, 50]],
    ['nothing where there is nothing', 0, [10, 20], [0, 0]],
    ['nothing over free lines', 50, [0, 0], [0, 0]],
  ])('shares out %s', (_what, amount, weights, shares) => {
    expect(allocate(amount, weights)).toEqual(shares);
  });
});

describe('an order of a journal from before there were applications', () => {
  const off = (value: number, valueType: string) => ({ title: 'Reward', description: '', value, valueType });
  const line = {
    variantId: 1,
    productId: 1,
    title: 'Mug',
    variantTitle: null,
    sku: null,
    vendor: 'x',
    requiresShipping: true,
    quantity: 1,
    unitPrice: '10.00',
    customAttributes: [],
  };
  const order = OrderRecord.parse({
    id: 1,
    number: 1001,
    customerId: null,
    email: null,
    phone: null,
    note: null,
    poNumber: null,
    tags: ['cairn'],
    customAttributes: [],
    shippingAddress: null,
    billingAddress: null,
    shippingLine: null,
    discount: off(50, 'PERCENTAGE'),
    taxExempt: false,
    lines: [
      { ...line, id: 2, discount: off(4, 'FIXED_AMOUNT') },
      { ...line, id: 3, discount: null },
    ],
    createdAt: 0,
    updatedAt: 0,
    draftOrderId: 9,
    financialStatus: 'PAID',
    sourceName: 'shopify_draft_order',
  });

  it('has its discounts as applications, and the same totals', () => {
    const now = withApplications(order);
    expect(now.applications).toMatchObject([{ target: 'line' }, { target: 'order' }]);
    expect(now.lines.map(({ allocations }) => allocations)).toEqual([
      [
        { application: 0, cents: 400 },
        { application: 1, cents: 300 },
      ],
      [{ application: 1, cents: 500 }],
    ]);
    expect(orderTotals(now)).toMatchObject({ original: 2000, discounts: 1200, total: 800, received: 800 });
  });
});
