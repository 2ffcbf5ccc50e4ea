import { describe, expect, it } from '@jest/globals';
import type { OrderBook } from '../orders/order-book.js';
import { withMadeUpRefunds } from './made-up.js';

const sale = (nth: number, netAmount: number) => ({
  eventId: `cdnow:sale:${nth}`,
  orderId: `${nth}`,
  customer: '0001',
  at: '1997-01-01T17:00:00.000Z',
  netAmount,
});

const bookOf = (count: number, netAmount = 1001): OrderBook => ({
  customers: ['0001'],
  sales: Array.from({ length: count }, (_, index) => sale(index + 1, netAmount)),
  refunds: [],
  notSent: [],
});

const now = new Date('2026-01-01T00:00:00Z');

describe('made-up refunds', () => {
  it('takes back half of every 20th and all of every 50th; every 100th wholly, once', () => {
    const { refunds } = withMadeUpRefunds(bookOf(100), now);
    expect(refunds.map(refund => [refund.orderId, refund.netAmount])).toEqual([
      ['20', 500],
      ['40', 500],
      ['50', 1001],
      ['60', 500],
      ['80', 500],
      ['100', 1001],
    ]);
  });

  it('says in its id that it is made up', () => {
    expect(withMadeUpRefunds(bookOf(20), now).refunds[0]?.eventId).toBe('cdnow:made-up-refund:20');
  });

  it('is never in the future', () => {
    const { refunds } = withMadeUpRefunds(bookOf(20), new Date('1997-01-02T00:00:00Z'));
    expect(refunds[0]?.at).toBe('1997-01-02T00:00:00.000Z');
  });

  it('reports half of one cent', () => {
    const book = withMadeUpRefunds(bookOf(20, 1), now);
    expect(book.refunds).toEqual([]);
    expect(book.notSent[0]?.reason).toBe('half_below_minor_unit');
  });
});
