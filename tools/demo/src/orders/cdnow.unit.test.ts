import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readCdnow } from './cdnow.js';
import { firstCustomers } from './order-book.js';

const file = readFileSync(new URL('../../data/cdnow-1997.txt', import.meta.url), 'utf8');

describe('the CDNOW file', () => {
  const book = readCdnow(file);

  it('has 6,919 lines: 6,911 purchases to send and 8 of nothing', () => {
    expect(book.sales).toHaveLength(6911);
    expect(book.notSent.map(line => line.reason)).toEqual(Array(8).fill('price_zero'));
    expect(book.customers).toHaveLength(2357);
    expect(book.refunds).toEqual([]);
  });

  it('gives every order an id of its own', () => {
    expect(new Set(book.sales.map(sale => sale.orderId)).size).toBe(6911);
    expect(new Set(book.sales.map(sale => sale.eventId)).size).toBe(6911);
  });

  it('reads amount and day', () => {
    expect(book.sales[0]).toEqual({
      eventId: 'cdnow:sale:0001-1',
      orderId: '0001-1',
      customer: '0001',
      at: '1997-01-01T17:00:00.000Z',
      netAmount: 2933,
    });
  });

  it('keeps only the first customers when asked', () => {
    const some = firstCustomers(book, 3);
    expect(some.customers).toEqual(['0001', '0002', '0003']);
    expect(some.sales.every(sale => some.customers.includes(sale.customer))).toBe(true);
  });
});

describe('readCdnow', () => {
  it('puts a second order of a day five minutes later', () => {
    const book = readCdnow(' 00004 0001 19970101  2   29.33\r\n 00004 0001 19970101  1   10.00\r\n');
    expect(book.sales.map(sale => [sale.orderId, sale.at])).toEqual([
      ['0001-1', '1997-01-01T17:00:00.000Z'],
      ['0001-2', '1997-01-01T17:05:00.000Z'],
    ]);
  });

  it('reports a line it cannot read', () => {
    expect(readCdnow('nonsense\n').notSent).toEqual([
      { reason: 'unreadable_line', customer: null, example: 'nonsense' },
    ]);
  });
});
