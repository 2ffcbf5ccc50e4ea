import { statusAt } from '../admin/discounts.js';
import { toCents } from '../admin/money.js';
import type { DiscountRecord } from '../shop/records.js';
import type { ApplicationRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';

/** What a checkout looks at when a code is entered; `original` is cents before discounts. */
export interface Cart {
  customerId: number | null;
  original: number;
  pieces: number;
}

/** Why a checkout does not take the codes; the words are ours, the rules Shopify's. */
export function codesRefusal(shop: Shop, codes: readonly string[], cart: Cart, now: number): string | null {
  const discounts: DiscountRecord[] = [];
  for (const code of codes) {
    const discount = shop.discountByCode(code);
    if (!discount) return `Enter a valid discount code: the shop has no code ${code}`;
    const refusal = codeRefusal(shop, discount, cart, now);
    if (refusal) return `${discount.code} ${refusal}`;
    if (discounts.includes(discount)) return `${discount.code} was entered twice`;
    discounts.push(discount);
  }
  const alone = discounts.find(({ combinesWith }) => !combinesWith.order);
  return alone && discounts.length > 1 ? `${alone.code} can't be combined with other order discounts` : null;
}

function codeRefusal(shop: Shop, discount: DiscountRecord, cart: Cart, now: number): string | null {
  const uses = shop.sales.usesOf(discount.id);
  const status = statusAt(discount, now);
  if (status !== 'ACTIVE') return status === 'EXPIRED' ? 'has expired' : 'is not active yet';
  if (discount.usageLimit !== null && uses.count >= discount.usageLimit) return 'has reached its usage limit';
  if (discount.customerIds && !(cart.customerId !== null && discount.customerIds.includes(cart.customerId)))
    return 'is not available to this customer';
  if (discount.appliesOncePerCustomer && cart.customerId !== null && uses.customers.has(cart.customerId))
    return 'was already used by this customer';
  if (discount.appliesOncePerCustomer && cart.customerId === null) return 'needs an e-mail address';
  const { minimum } = discount;
  if (minimum && 'subtotal' in minimum && cart.original < toCents(minimum.subtotal))
    return `needs a purchase of at least ${minimum.subtotal}`;
  if (minimum && 'quantity' in minimum && cart.pieces < Number(minimum.quantity))
    return `needs at least ${minimum.quantity} items`;
  return null;
}

export function codeApplication(discount: DiscountRecord): ApplicationRecord {
  const { value, code: title, id: discountId } = discount;
  const off =
    'percentage' in value
      ? {
          value: Number((value.percentage * 100).toFixed(4)),
          valueType: 'PERCENTAGE' as const,
          isEach: false,
        }
      : { value: Number(value.amount), valueType: 'FIXED_AMOUNT' as const, isEach: value.appliesOnEachItem };
  return { type: 'discount_code', target: 'order', title, ...off, discountId };
}
