import { orderSeen } from '@cairn/contracts/events/shop/order-seen';
import type { ShopOrder } from '@cairn/contracts/shop-order';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Heard,
  hear,
  leftOf,
  type OrderEvent,
  saleDue,
  tell,
  unknownOrder,
} from './shop-order-state.js';

const at = (second: number) => new Date(Date.parse('2026-11-01T10:00:00Z') + second * 1_000).toISOString();

const snapshot = (second: number, netAmount: number, part: Partial<ShopOrder> = {}): ShopOrder => ({
  ...orderSeen.example,
  ...{ updatedAt: at(second), asOf: at(second), netAmount, refunds: [] },
  ...part,
});
const paid = (second: number, netAmount: number, part: Partial<ShopOrder> = {}): Heard => ({
  ...{ kind: 'order', confirms: true, order: snapshot(second, netAmount, part) },
});
const updated = (second: number, netAmount: number, part: Partial<ShopOrder> = {}): Heard => ({
  ...{ kind: 'order', confirms: false, order: snapshot(second, netAmount, part) },
});
const refund = (refundId: string, subtotal: number, tax = 0): Heard => ({
  ...{ kind: 'refund', refund: { refundId, at: at(50), subtotal, tax } },
});

/** Hears and tells one after the other, as ingestion does. */
function told(heard: readonly Heard[]): OrderEvent[] {
  let state = unknownOrder;
  return heard.flatMap(one => {
    state = hear(state, one);
    if (state.sale === null && saleDue(state) === null) return [];
    const said = tell(state);
    state = said.state;
    return said.events;
  });
}

const short = (events: readonly OrderEvent[]) =>
  events.map(event => {
    if (event.kind === 'sale') return `sale ${event.order.netAmount}`;
    if (event.kind === 'refund') return `refund ${event.refundId} ${event.netAmount}`;
    return `${event.restores ? 'restored' : 'edit'} ${event.ordinal} ${event.netAmount}`;
  });

describe('a shop’s order', () => {
  it.each<[string, Heard[], string[]]>([
    [
      'is a sale once it is paid',
      [updated(0, 100, { paid: false }), paid(1, 100), updated(1, 100)],
      ['sale 100'],
    ],
    ['is a sale only by the shop’s word that it is paid, not by an update', [updated(0, 100)], []],
    [
      '2.9 is refunded, once each',
      [paid(0, 100), refund('1', 30), refund('1', 30), refund('2', 10)],
      ['sale 100', 'refund 1 30', 'refund 2 10'],
    ],
    [
      '2.9 is refunded before it is heard of',
      [refund('1', 30), updated(3, 100), paid(0, 100)],
      ['sale 100', 'refund 1 30'],
    ],
    ['tells nothing of a refund of shipping alone', [paid(0, 100), refund('1', 0)], ['sale 100']],
    [
      'knows by the order whether tax is in a refund',
      [paid(0, 100, { taxesIncluded: true }), refund('1', 60, 10)],
      ['sale 100', 'refund 1 50'],
    ],
    [
      'has no tax in a refund where its prices have none',
      [paid(0, 100), refund('1', 60, 10)],
      ['sale 100', 'refund 1 60'],
    ],
    [
      '2.6 is edited: down, up, and above what it was',
      [paid(0, 100), updated(1, 80), updated(2, 90), updated(3, 130)],
      ['sale 100', 'edit 1 20', 'restored 2 10', 'restored 3 10'],
    ],
    [
      'forgets an older word that comes late',
      [paid(0, 100), updated(2, 90), updated(1, 80)],
      ['sale 100', 'edit 1 10'],
    ],
    [
      'is what it was when it was paid, though a later word comes first',
      [updated(1, 80), paid(0, 100)],
      ['sale 100', 'edit 1 20'],
    ],
    [
      'takes the later of two words of one second',
      [paid(0, 100), updated(0, 80, { asOf: at(0.5) }), updated(0, 90, { asOf: at(0.2) })],
      ['sale 100', 'edit 1 20'],
    ],
    [
      'of a test, or of Cairn’s own making, is no sale',
      [paid(0, 100, { excluded: 'test' }), refund('1', 5)],
      [],
    ],
    [
      'is found in the list with its refunds where every webhook was lost',
      [paid(9, 100, { refunds: [{ refundId: '1', at: at(5), netAmount: 30 }] })],
      ['sale 100', 'refund 1 30'],
    ],
  ])('%s', (_, heard, events) => {
    expect(short(told(heard))).toEqual(events);
  });

  /** What the shop did, each step with all the words about it. */
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('edit' as const), netAmount: fc.integer({ min: 0, max: 200 }) }),
      fc.record({ kind: fc.constant('refund' as const), netAmount: fc.integer({ min: 0, max: 50 }) }),
    ),
    { maxLength: 6 },
  );

  it('2.6 2.9 comes to the same in whatever order, and however often, its words come', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (given, chances) => {
        let netAmount = 100;
        const refunds: ShopOrder['refunds'] = [];
        const words: Heard[] = [paid(0, netAmount), updated(0, netAmount)];
        for (const [place, step] of given.entries()) {
          if (step.kind === 'edit') netAmount = step.netAmount;
          else {
            const refundId = String(place + 1);
            refunds.push({ refundId, at: at(50), netAmount: step.netAmount });
            words.push(refund(refundId, step.netAmount));
          }
          words.push(updated(place + 1, netAmount, { refunds: [...refunds] }));
        }
        // Some lost, some twice, all shuffled; then the shop's own list.
        const chance = () => chances.next().value as number;
        const heard = words
          .flatMap((word, place) =>
            place > 0 && chance() % 4 === 0 ? [] : chance() % 3 === 0 ? [word, word] : [word],
          )
          .map(word => ({ word, by: chance() }))
          .sort((one, other) => one.by - other.by)
          .map(({ word }) => word);
        const listed = paid(given.length, netAmount, { refunds, asOf: at(1_000) });
        const events = told([...heard, listed]);
        const sumOf = (wanted: (event: OrderEvent) => number) =>
          events.reduce((sum, event) => sum + wanted(event), 0);
        const edits = sumOf(event =>
          event.kind === 'edit' ? (event.restores ? -1 : 1) * event.netAmount : 0,
        );
        expect(events.filter(({ kind }) => kind === 'sale')).toEqual([
          expect.objectContaining({ order: expect.objectContaining({ netAmount: 100 }) }),
        ]);
        expect(edits).toBe(Math.max(0, 100 - netAmount));
        const toldRefunds = events.flatMap(event =>
          event.kind === 'refund' ? [[event.refundId, event.netAmount]] : [],
        );
        const wanted = refunds.filter(one => one.netAmount > 0).map(one => [one.refundId, one.netAmount]);
        expect(toldRefunds.sort()).toEqual(wanted.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('has left what refunds and edits left of it, never below nothing', () => {
    const state = [paid(0, 100), updated(1, 70), refund('1', 20), refund('2', 90)].reduce(hear, unknownOrder);
    expect(leftOf(tell(state).state)).toBe(0);
    const less = [paid(0, 100), updated(1, 70), refund('1', 20)].reduce(hear, unknownOrder);
    expect(leftOf(tell(less).state)).toBe(50);
  });
});
