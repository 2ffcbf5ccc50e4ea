import { mergeCustomer, normaliseEmail } from '../admin/customer-rules.js';
import { customerById } from '../admin/customers.js';
import { toCents } from '../admin/money.js';
import { isAvailable, type OwnedVariant } from '../shop/catalogue.js';
import type { ApplicationRecord, OrderLineRecord, OrderRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { ONLY_VARIANT } from '../shop/starting-catalogue.js';
import { withAllocations } from './allocation.js';
import { codeApplication, codesRefusal } from './codes.js';
import { orderTotals } from './order-totals.js';

export interface CheckoutLine {
  variant: OwnedVariant;
  quantity: number;
  /** decimal; the variant's own where it is not given */
  price?: string | undefined;
}

/** What a buyer brings to a checkout. Money is decimal, in the shop's currency. */
export interface Checkout {
  email?: string | undefined;
  /** global id */
  customerId?: string | undefined;
  lines: readonly CheckoutLine[];
  discountCodes: readonly string[];
  /** off the whole order, by hand */
  discount?: string | undefined;
  shipping?: string | undefined;
  /** 0.19 for 19% */
  taxRate: number;
  taxesIncluded: boolean;
  noteAttributes: { key: string; value: string }[];
  note?: string | undefined;
  landingSite?: string | undefined;
  referringSite?: string | undefined;
  tags: readonly string[];
  test: boolean;
  paid: boolean;
  sourceName: string;
  createdAt?: number | undefined;
}

/** The order that a checkout comes to, with the next ids of the shop; nothing is kept yet but a new customer. */
export function checkOut(
  shop: Shop,
  checkout: Checkout,
  now: number,
): { order: OrderRecord } | { refusal: string } {
  const short = shortage(checkout.lines);
  if (short) return { refusal: short };
  const customer = knownCustomer(shop, checkout);
  if (customer === null) return { refusal: `The shop has no customer ${checkout.customerId}` };
  const cart = {
    customerId: customer?.id ?? null,
    original: checkout.lines.reduce((sum, line) => sum + priceOf(line) * line.quantity, 0),
    pieces: checkout.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  };
  // A buyer who is new to the shop has bought nothing and is nobody's chosen customer, but may enter a code.
  const entering = checkout.email && !customer ? { ...cart, customerId: 0 } : cart;
  const refusal = codesRefusal(shop, checkout.discountCodes, entering, now);
  if (refusal) return { refusal };

  const buyer = customer ?? newCustomer(shop, checkout.email, now);
  // After the customer, who may have taken an id.
  const id = shop.nextId;
  const applications = applicationsOf(shop, checkout);
  const createdAt = checkout.createdAt ?? now;
  const lines = checkout.lines.map((line, index) => toOrderLine(line, id + 1 + index));
  const order: OrderRecord = {
    id,
    number: shop.sales.nextOrderNumber,
    customerId: buyer?.id ?? null,
    email: checkout.email ? normaliseEmail(checkout.email) : (buyer?.email ?? null),
    phone: null,
    note: checkout.note ?? null,
    poNumber: null,
    tags: [...new Set(checkout.tags)].sort(),
    customAttributes: checkout.noteAttributes,
    shippingAddress: null,
    billingAddress: null,
    shippingLine: checkout.shipping === undefined ? null : { title: 'Standard', price: checkout.shipping },
    discount: null,
    taxExempt: false,
    lines: withAllocations(lines, applications),
    draftOrderId: null,
    financialStatus: 'PENDING',
    sourceName: checkout.sourceName,
    applications,
    taxRate: Math.round(checkout.taxRate * 1_000_000),
    taxesIncluded: checkout.taxesIncluded,
    test: checkout.test,
    landingSite: checkout.landingSite ?? null,
    referringSite: checkout.referringSite ?? null,
    cancelledAt: null,
    cancelReason: null,
    isEdited: false,
    refunds: [],
    received: 0,
    enteredAt: now,
    createdAt,
    updatedAt: now,
  };
  const { total } = orderTotals(order);
  const isPaid = checkout.paid || total === 0;
  return { order: isPaid ? { ...order, received: total, financialStatus: 'PAID' } : order };
}

/** A line of an order, without what discounts take off it. */
export function toOrderLine({ variant: owned, quantity, price }: CheckoutLine, id: number): OrderLineRecord {
  const { product, variant } = owned;
  return {
    id,
    variantId: variant.id,
    productId: product.id,
    title: product.title,
    variantTitle: variant.title === ONLY_VARIANT ? null : variant.title,
    sku: variant.sku,
    vendor: product.vendor,
    requiresShipping: variant.requiresShipping,
    quantity,
    unitPrice: price ?? variant.price,
    discount: null,
    customAttributes: [],
    removed: 0,
    refunded: 0,
    allocations: [],
  };
}

/** Several lines may be of one variant. */
export function shortage(lines: readonly CheckoutLine[]): string | null {
  const wanted = new Map<number, number>();
  for (const { variant: owned, quantity } of lines) {
    const all = (wanted.get(owned.variant.id) ?? 0) + quantity;
    wanted.set(owned.variant.id, all);
    if (!isAvailable(owned.variant, all)) {
      const { product, variant } = owned;
      return `${product.title}, ${variant.title}: only ${variant.inventoryQuantity} in stock`;
    }
  }
  return null;
}

function priceOf({ price, variant }: CheckoutLine): number {
  return toCents(price ?? variant.variant.price);
}

/** undefined: nobody yet; null: one was named who is not there */
function knownCustomer(shop: Shop, { customerId, email }: Checkout) {
  if (customerId !== undefined) return customerById(shop, customerId) ?? null;
  return email ? shop.customerByEmail(normaliseEmail(email)) : undefined;
}

function newCustomer(shop: Shop, email: string | undefined, now: number) {
  if (!email) return undefined;
  const fields = mergeCustomer(undefined, { email });
  return shop.addCustomer({ ...fields, createdAt: now, updatedAt: now });
}

function applicationsOf(shop: Shop, { discountCodes, discount }: Checkout): ApplicationRecord[] {
  const codes = discountCodes.flatMap(code => {
    const record = shop.discountByCode(code);
    return record ? [codeApplication(record)] : [];
  });
  if (discount === undefined) return codes;
  const byHand = { title: 'Discount', value: Number(discount), valueType: 'FIXED_AMOUNT' as const };
  return [...codes, { type: 'manual', target: 'order', ...byHand, isEach: false, discountId: null }];
}
