import { describe, expect, it } from '@jest/globals';
import { cdnowBrand } from '../brands/cdnow-brand.js';
import { planOf } from './plan.js';

const line = (customer: string, nth: number, at: string) => ({
  eventId: `cdnow:sale:${customer}-${nth}`,
  orderId: `${customer}-${nth}`,
  customer,
  at,
  netAmount: 1000,
});

const book = {
  customers: ['0001', '0002'],
  sales: [line('0001', 1, '1997-01-02T17:00:00.000Z'), line('0002', 1, '1997-01-01T17:00:00.000Z')],
  refunds: [{ ...line('0001', 1, '1997-01-07T17:00:00.000Z'), eventId: 'cdnow:made-up-refund:0001-1' }],
  notSent: [],
};

describe('planOf', () => {
  const plan = planOf(book, cdnowBrand, { slug: 'cdnow', times: 2 });

  it('puts odd numbers in the first program and even ones in the second', () => {
    expect(plan.ambassadors.map(({ externalId, program }) => [externalId, program])).toEqual([
      ['customer-0001', 'Listeners'],
      ['customer-0002', 'Collectors'],
      ['customer-0001-x2', 'Listeners'],
      ['customer-0002-x2', 'Collectors'],
    ]);
  });

  it('sends in the order of time, each copy under ids of its own', () => {
    expect(plan.sales.map(event => event.id)).toEqual([
      'cdnow:sale:0002-1',
      'cdnow:sale:0002-1-x2',
      'cdnow:sale:0001-1',
      'cdnow:sale:0001-1-x2',
    ]);
    expect(plan.refunds[1]).toEqual({
      id: 'cdnow:made-up-refund:0001-1-x2',
      type: 'referral.refund',
      occurredAt: '1997-01-07T17:00:00.000Z',
      ambassador: { externalId: 'customer-0001-x2' },
      data: { orderId: '0001-1-x2', netAmount: 1000 },
    });
  });
});
