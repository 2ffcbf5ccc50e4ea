import type { Clock } from '../clock.js';
import type { AppliedDiscount, DraftOrderRecord, LineRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { ONLY_VARIANT } from '../shop/starting-catalogue.js';
import { toAddress } from './addresses.js';
import { mergeCustomer, normaliseEmail } from './customer-rules.js';
import { customerById } from './customers.js';
import {
  type DiscountInput,
  type DraftOrderInput,
  type LineInput,
  namedCustomer,
  refuseUnbuiltDraft,
  shippingPrice,
} from './draft-order-input.js';
import { draftOrderUserErrors } from './draft-order-rules.js';
import type { UserError } from './errors.js';
import { toGid } from './gid.js';
import { variantById } from './products.js';
import { draftOrderById } from './sale-lists.js';
import { draftOrderNode } from './sale-nodes.js';

/** `draftOrderCreate`: every call makes another draft; nothing is reserved. */
export function draftOrderCreate(
  shop: Shop,
  clock: Clock,
  countries: readonly string[],
  { input }: { input: DraftOrderInput },
) {
  refuseUnbuiltDraft(input);
  const userErrors = draftOrderUserErrors(shop, input, countries);
  if (userErrors.length > 0) return payload(shop, null, userErrors);
  const now = clock();
  const customer = buyer(shop, input, now);
  // After the customer, who may have been made just now and taken an id.
  const id = shop.nextId;
  const draft = shop.putDraftOrder({
    id,
    number: shop.sales.nextDraftNumber,
    customerId: customer?.id ?? null,
    email: input.email ? normaliseEmail(input.email) : (customer?.email ?? null),
    phone: input.phone || null,
    note: input.note || null,
    poNumber: input.poNumber || null,
    tags: toTags(input.tags ?? []),
    customAttributes: input.customAttributes ?? [],
    shippingAddress: toAddress(input.shippingAddress, countries),
    billingAddress: toAddress(input.billingAddress, countries),
    shippingLine: input.shippingLine
      ? { title: input.shippingLine.title ?? 'Shipping', price: shippingPrice(input.shippingLine) }
      : null,
    discount: toDiscount(input.appliedDiscount),
    taxExempt: input.taxExempt ?? false,
    lines: (input.lineItems ?? []).flatMap((line, index) => toLine(shop, line, id + 1 + index)),
    sourceName: input.sourceName || null,
    completedAt: null,
    orderId: null,
    createdAt: now,
    updatedAt: now,
  });
  return payload(shop, draft, []);
}

/** `draftOrderDelete`: also of a completed draft, whose order stays. */
export function draftOrderDelete(shop: Shop, { input }: { input: { id: string } }) {
  const draft = draftOrderById(shop, input.id);
  if (!draft)
    return { deletedId: null, userErrors: [{ field: ['id'], message: 'Draft order does not exist' }] };
  shop.deleteDraftOrder(draft.id);
  return { deletedId: toGid('DraftOrder', draft.id), userErrors: [] };
}

/** The payload of the mutations that answer a draft. */
export function payload(shop: Shop, draft: DraftOrderRecord | null, userErrors: readonly UserError[]) {
  return { draftOrder: draft && draftOrderNode(shop, draft), userErrors };
}

/** The customer named, or the one of the e-mail address, whom Shopify makes if there is none. */
function buyer(shop: Shop, input: DraftOrderInput, now: number) {
  const named = namedCustomer(input);
  if (named !== undefined) return customerById(shop, named);
  if (!input.email) return undefined;
  const email = normaliseEmail(input.email);
  const known = shop.customerByEmail(email);
  return (
    known ?? shop.addCustomer({ ...mergeCustomer(undefined, { email }), createdAt: now, updatedAt: now })
  );
}

function toLine(shop: Shop, input: LineInput, id: number): LineRecord[] {
  const owned = variantById(shop, input.variantId ?? '');
  if (!owned) return [];
  const { product, variant } = owned;
  return [
    {
      id,
      variantId: variant.id,
      productId: product.id,
      title: product.title,
      variantTitle: variant.title === ONLY_VARIANT ? null : variant.title,
      sku: variant.sku,
      vendor: product.vendor,
      requiresShipping: variant.requiresShipping,
      quantity: input.quantity,
      unitPrice: variant.price,
      discount: toDiscount(input.appliedDiscount),
      customAttributes: input.customAttributes ?? [],
    },
  ];
}

function toDiscount(input: DiscountInput | null | undefined): AppliedDiscount | null {
  if (!input) return null;
  const { title, description, value, valueType } = input;
  return { title: title || null, description: description ?? '', value, valueType };
}

/** Without regard to case one of each, sorted. */
function toTags(tags: readonly string[]): string[] {
  const byName = new Map<string, string>();
  for (const tag of tags.map(one => one.trim()).filter(Boolean)) {
    if (!byName.has(tag.toLowerCase())) byName.set(tag.toLowerCase(), tag);
  }
  return [...byName.values()].sort();
}
