import type { ShopProduct } from '../../brands/brand-spec.js';
import type { Difference, DifferenceKind } from '../difference.js';
import type { ExpectedAmbassador } from '../expected.js';
import type { ObservedAmbassador, ObservedOrder } from '../observed.js';
import { promised, wordsOf } from './rewards.js';

/**
 * In the shop one order for each product of a tier reached, named as its reward says and bearing its tag: one piece of
 * what the tier promises, for nothing, sent to where the ambassador lives; and no other (domain.md 4.5, 4.6).
 */
export function compareOrders(expected: ExpectedAmbassador, observed: ObservedAmbassador): Difference[] {
  const about = (kind: DifferenceKind, detail: string) => ({ kind, ambassador: expected.externalId, detail });
  const found: Difference[] = [];
  const known = new Set<ObservedOrder>();
  for (const reward of observed.rewards.filter(one => one.type === 'shopify_product')) {
    const orders = observed.orders.filter(order => order.tags.includes(tagOf(reward.id)));
    for (const order of orders) known.add(order);
    const products = promised(expected).flatMap(item =>
      item.tier === reward.tier && item.reward.type === 'shopify_product' ? [item.reward] : [],
    );
    const [order, ...more] = orders;
    if (!order) found.push(about('order_missing', wordsOf(reward)));
    else if (more.length > 0) {
      found.push(about('order_twice', `${wordsOf(reward)}; the shop has ${orders.map(words).join(' and ')}`));
    } else if (order.name !== reward.orderName || !products.some(one => isOf(order, one, expected))) {
      found.push(about('order_of_another_thing', `${wordsOf(reward)}; the shop has ${words(order)}`));
    }
  }
  for (const order of observed.orders) {
    if (!known.has(order)) found.push(about('order_extra_in_shop', `${words(order)} is no reward's`));
  }
  return found;
}

/** How the shop tells which reward an order is: its id without hyphens, since a tag has at most 40 characters. */
function tagOf(rewardId: string): string {
  return `cairn-${rewardId.replaceAll('-', '')}`;
}

function isOf(order: ObservedOrder, product: ShopProduct, { address }: ExpectedAmbassador): boolean {
  const [line, second] = order.lines;
  const home = address && [address.line1, address.city, address.postalCode, address.country].join(', ');
  return (
    line?.sku === product.sku &&
    line.quantity === 1 &&
    second === undefined &&
    order.total === 0 &&
    order.to === home
  );
}

function words(order: ObservedOrder): string {
  return `order ${JSON.stringify(order)}`;
}
