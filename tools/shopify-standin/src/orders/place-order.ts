import { idOf, toGid } from '../admin/gid.js';
import type { OrderRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { orderPlaced } from '../webhooks/happenings.js';
import type { Notices } from '../webhooks/notices.js';
import type { NewOrder } from './bodies.js';
import { type CheckoutLine, checkOut } from './checkout.js';

/** A buyer's order, with its stock and its notices kept in one line of the journal. */
export function placeOrder(
  shop: Shop,
  asked: NewOrder,
  notices: Notices,
  now: number,
): { order: OrderRecord } | { refusal: string } {
  const { currency, createdAt, customerId, lines, ...rest } = asked;
  const { currencyCode } = shop.record;
  if (currency !== undefined && currency !== currencyCode)
    return { refusal: `not implemented by the stand-in: another currency than the shop's ${currencyCode}` };
  const bought = variantsOf(shop, lines);
  if ('refusal' in bought) return bought;
  const checkout = {
    ...rest,
    lines: bought.lines,
    customerId: customerId === undefined ? undefined : toGid('Customer', idOf('Customer', customerId)),
    createdAt: createdAt === undefined ? undefined : Date.parse(createdAt),
  };
  const outcome = checkOut(shop, checkout, now);
  if ('refusal' in outcome) return outcome;
  const { order } = outcome;
  const stock = order.lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
  shop.putOrder(order, stock, notices.of(shop, orderPlaced(shop, order), now));
  return outcome;
}

/** The lines with the variants that they name. */
export function variantsOf(
  shop: Shop,
  lines: NewOrder['lines'],
): { lines: CheckoutLine[] } | { refusal: string } {
  const found: CheckoutLine[] = [];
  for (const { variantId, quantity, price } of lines) {
    const variant = shop.catalogue.variant(idOf('ProductVariant', variantId));
    if (!variant) return { refusal: `The shop has no variant ${variantId}` };
    found.push({ variant, quantity, price });
  }
  return { lines: found };
}
