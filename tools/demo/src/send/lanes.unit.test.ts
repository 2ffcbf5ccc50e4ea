import { describe, expect, it } from '@jest/globals';
import { lanesOf } from './lanes.js';

const event = (externalId: string, id: string) => ({
  id,
  type: 'referral.sale' as const,
  occurredAt: '1997-01-01T17:00:00.000Z',
  ambassador: { externalId },
  data: { orderId: id, netAmount: 1, currency: 'USD' },
});

describe('lanesOf', () => {
  it('keeps an ambassador in one lane, in order', () => {
    const events = [event('a', '1'), event('b', '2'), event('c', '3'), event('a', '4'), event('b', '5')];
    expect(lanesOf(events, 2).map(lane => lane.map(e => e.id))).toEqual([
      ['1', '3', '4'],
      ['2', '5'],
    ]);
  });

  it('has no empty lane', () => {
    expect(lanesOf([event('a', '1')], 4)).toHaveLength(1);
  });
});
