import type { Shop } from '../shop/shop.js';
import { addressErrors } from './addresses.js';
import { customerById } from './customers.js';
import {
  type DiscountInput,
  type DraftOrderInput,
  type LineInput,
  namedCustomer,
} from './draft-order-input.js';
import type { UserError } from './errors.js';
import { variantById } from './products.js';

const LONGEST_TAG = 40;
const MOST_LINES = 499;

/**
 * What Shopify refuses of a `draftOrderCreate`, with the field paths and messages that real shops answer (those of
 * an unknown customer and of addresses are ours). Its errors have no codes. Stock is not looked at: a draft takes none.
 */
export function draftOrderUserErrors(
  shop: Shop,
  input: DraftOrderInput,
  countries: readonly string[],
): UserError[] {
  const lines = input.lineItems ?? [];
  if (lines.length === 0) return [{ field: null, message: 'Add at least 1 product' }];
  return [
    ...tagErrors(input.tags ?? []),
    ...emailErrors(input.email),
    ...lineCountErrors(lines),
    ...lines.flatMap((line, index) => lineErrors(shop, line, ['lineItems', String(index)])),
    ...discountErrors(input.appliedDiscount, []),
    ...customerErrors(shop, namedCustomer(input)),
    ...addressErrors(input.shippingAddress, 'shippingAddress', countries),
    ...addressErrors(input.billingAddress, 'billingAddress', countries),
  ];
}

function tagErrors(tags: readonly string[]): UserError[] {
  const index = tags.findIndex(tag => tag.trim().length > LONGEST_TAG);
  const message = `Title Tag exceeds the maximum length of ${LONGEST_TAG} characters`;
  return index === -1 ? [] : [{ field: ['tags', String(index)], message }];
}

function emailErrors(email: string | null | undefined): UserError[] {
  if (!email || /^[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+$/.test(email.trim())) return [];
  return [{ field: ['email'], message: 'Email is invalid' }];
}

function lineCountErrors(lines: readonly LineInput[]): UserError[] {
  if (lines.length <= MOST_LINES) return [];
  const message = `The input array size of ${lines.length} is greater than the maximum allowed of ${MOST_LINES}.`;
  return [{ field: ['lineItems'], message }];
}

function lineErrors(shop: Shop, line: LineInput, path: readonly string[]): UserError[] {
  if (line.quantity < 1)
    return [{ field: [...path, 'quantity'], message: 'Quantity must be greater than or equal to 1' }];
  if (!line.variantId) return [{ field: null, message: 'Merchandise title is empty.' }];
  if (!variantById(shop, line.variantId)) {
    const id = line.variantId.split('/').at(-1);
    return [{ field: null, message: `Product with ID ${id} is no longer available.` }];
  }
  return discountErrors(line.appliedDiscount, path);
}

/** A negative value is taken, as at Shopify, and takes nothing off. */
function discountErrors(discount: DiscountInput | null | undefined, path: readonly string[]): UserError[] {
  if (!discount) return [];
  const field = [...path, 'appliedDiscount', 'value'];
  if (discount.valueType === 'PERCENTAGE' && discount.value > 100)
    return [{ field, message: 'Applied discount value must be less than or equal to 100%' }];
  if (Math.abs(discount.value * 100 - Math.round(discount.value * 100)) > 1e-6)
    return [{ field, message: 'Applied discount value can have at most 2 digits after decimal point' }];
  return [];
}

function customerErrors(shop: Shop, customerId: string | undefined): UserError[] {
  if (customerId === undefined || customerById(shop, customerId)) return [];
  return [{ field: ['purchasingEntity', 'customerId'], message: 'Customer does not exist' }];
}
