import { describe, expect, it } from '@jest/globals';
import { cdnowBrand } from '../../brands/cdnow-brand.js';
import type { ExpectedAmbassador } from '../expected.js';
import type { ObservedAmbassador } from '../observed.js';
import { compareOrders } from './orders.js';
import { compareRewards } from './rewards.js';

const { tiers } = cdnowBrand.programs[1].series;
const archive = tiers[2]!;
const to = { name: 'Ann', line1: '2 Main Street', ...cdnowBrand.town };

const expected: ExpectedAmbassador = {
  externalId: 'ann',
  email: 'ann@cdnow.example',
  address: to,
  series: { id: 'series-1', name: 'The Collection', tiers },
  rows: [],
  available: 400,
  unlocks: [archive],
};

const ann = () => ({
  rewards: [
    {
      id: 'a-1',
      tier: 'Archive',
      cycle: 1,
      type: 'discount_code',
      status: 'issued',
      code: 'C',
      orderName: null,
    },
    {
      id: 'a-2',
      tier: 'Archive',
      cycle: 1,
      type: 'shopify_product',
      status: 'ordered',
      code: null,
      orderName: '#1',
    },
  ],
  orders: [
    {
      name: '#1',
      email: expected.email,
      tags: ['cairn', 'cairn-a2'],
      lines: [{ sku: 'THROW-130', quantity: 1 }],
      total: 0,
      to: '2 Main Street, New York, 10002, US',
    },
  ],
});

const foundIn = (change: (person: ReturnType<typeof ann>) => void) => {
  const person = ann();
  change(person);
  const observed = person as unknown as ObservedAmbassador;
  return [...compareRewards(expected, observed), ...compareOrders(expected, observed)].map(
    ({ kind }) => kind,
  );
};

describe('the check of orders', () => {
  it('finds nothing where there is one order for the product, with the reward’s tag', () => {
    expect(foundIn(() => {})).toEqual([]);
  });

  it('finds an order that is not there', () => {
    expect(foundIn(a => a.orders.pop())).toEqual(['order_missing']);
  });

  it('finds a second order of the same reward', () => {
    expect(foundIn(a => a.orders.push({ ...a.orders[0]!, name: '#2' }))).toEqual(['order_twice']);
  });

  it('finds an order of no reward', () => {
    const order = { name: '#2', tags: ['cairn', 'cairn-b1'] };
    expect(foundIn(a => a.orders.push({ ...a.orders[0]!, ...order }))).toEqual(['order_extra_in_shop']);
    expect(foundIn(a => (a.orders[0]!.tags = ['cairn']))).toEqual(['order_missing', 'order_extra_in_shop']);
  });

  it('finds a reward that is not ordered, is not there, or is there twice', () => {
    expect(foundIn(a => (a.rewards[1]!.status = 'held'))).toEqual(['reward_not_ordered']);
    expect(foundIn(a => a.rewards.pop())).toEqual(['reward_missing', 'order_extra_in_shop']);
    expect(foundIn(a => a.rewards.push({ ...a.rewards[1]!, id: 'a-3' }))).toEqual([
      'reward_extra',
      'order_missing',
    ]);
  });

  it('finds an order under another name, of another thing, for money, or to another place', () => {
    const another = ['order_of_another_thing'];
    expect(foundIn(a => (a.orders[0]!.name = '#3'))).toEqual(another);
    expect(foundIn(a => (a.orders[0]!.lines[0]!.quantity = 2))).toEqual(another);
    expect(foundIn(a => a.orders[0]!.lines.push({ sku: 'MUG-SND', quantity: 1 }))).toEqual(another);
    expect(foundIn(a => (a.orders[0]!.total = 9_600))).toEqual(another);
    expect(foundIn(a => (a.orders[0]!.to = '3 Main Street, New York, 10002, US'))).toEqual(another);
  });
});
