import { defineEvent } from '../../envelope.js';
import { shopOrder } from '../../shop-order.js';

/** An order as the shop lists it: what webhooks told of it may have been lost (design.md §1). */
export const orderSeen = defineEvent({
  type: 'com.cairn.shop.order.seen.v1',
  summary: 'An order was found in the list of a connected shop.',
  data: shopOrder,
  example: {
    shopDomain: 'rosewood.myshopify.com',
    orderId: '820982911946154508',
    name: '#1001',
    currency: 'USD',
    placedAt: '2026-11-01T10:00:00Z',
    updatedAt: '2026-11-02T08:00:00Z',
    asOf: '2026-11-03T02:00:00.000Z',
    paid: true,
    excluded: null,
    taxesIncluded: false,
    netAmount: 19_999,
    refunds: [{ refundId: '509562969', at: '2026-11-02T08:00:00Z', netAmount: 5_000 }],
    discountCodes: ['ADA7QF2'],
    noted: { ref: null, clickId: null },
    landed: { ref: 'ADA7QF2', clickId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a77' },
    customerId: '207119551',
    customerEmailHash: null,
  },
});
