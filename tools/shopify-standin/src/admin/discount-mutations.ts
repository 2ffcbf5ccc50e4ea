import type { Clock } from '../clock.js';
import type { DiscountRecord } from '../shop/records.js';
import type { Shop } from '../shop/shop.js';
import { chosenCustomers, type DiscountCodeBasicInput } from './discount-input.js';
import { discountUserErrors } from './discount-rules.js';
import { codeDiscountNode } from './discounts.js';
import { refuseUnbuilt } from './errors.js';
import { fromGid } from './gid.js';

/** `discountCodeBasicCreate`: one code, a percentage or an amount off everything in the cart. */
export function discountCodeBasicCreate(
  shop: Shop,
  clock: Clock,
  args: { basicCodeDiscount: DiscountCodeBasicInput },
) {
  const input = args.basicCodeDiscount;
  refuseUnbuiltParts(input);
  const errors = discountUserErrors(shop, input);
  if (errors.length > 0) {
    return { codeDiscountNode: null, userErrors: errors.map(error => ({ ...error, extraInfo: null })) };
  }
  const discount = shop.addDiscount(toRecord(input, clock()));
  return { codeDiscountNode: codeDiscountNode(shop, discount, clock), userErrors: [] };
}

/** What would be lost if it were taken: product and collection discounts, segments, markets, subscriptions. */
function refuseUnbuiltParts(input: DiscountCodeBasicInput): void {
  refuseUnbuilt('DiscountContextInput', input.context ?? {}, ['all', 'customers']);
  refuseUnbuilt('DiscountCustomersInput', input.context?.customers ?? {}, ['add']);
  refuseUnbuilt('DiscountCustomerSelectionInput', input.customerSelection ?? {}, ['all', 'customers']);
  refuseUnbuilt('DiscountCustomersInput', input.customerSelection?.customers ?? {}, ['add']);
  refuseUnbuilt('DiscountCustomerGetsInput', input.customerGets ?? {}, ['items', 'value']);
  refuseUnbuilt('DiscountItemsInput', input.customerGets?.items ?? {}, ['all']);
  const combinable = ['orderDiscounts', 'productDiscounts', 'shippingDiscounts'];
  refuseUnbuilt('DiscountCombinesWithInput', input.combinesWith ?? {}, combinable);
}

/** Only for an input without user errors. */
function toRecord(input: DiscountCodeBasicInput, now: number): Omit<DiscountRecord, 'id'> {
  const { value } = input.customerGets ?? {};
  const subtotal = input.minimumRequirement?.subtotal?.greaterThanOrEqualToSubtotal;
  const quantity = input.minimumRequirement?.quantity?.greaterThanOrEqualToQuantity;
  const customers = chosenCustomers(input) ?? null;
  return {
    code: input.code ?? '',
    title: input.title ?? '',
    startsAt: input.startsAt ?? now,
    endsAt: input.endsAt ?? null,
    usageLimit: input.usageLimit ?? null,
    appliesOncePerCustomer: input.appliesOncePerCustomer ?? false,
    value:
      typeof value?.percentage === 'number'
        ? { percentage: value.percentage }
        : {
            amount: value?.discountAmount?.amount ?? '0',
            appliesOnEachItem: value?.discountAmount?.appliesOnEachItem ?? false,
          },
    minimum: subtotal ? { subtotal } : quantity ? { quantity } : null,
    customerIds: customers?.flatMap(gid => fromGid('Customer', gid) ?? []) ?? null,
    combinesWith: {
      order: input.combinesWith?.orderDiscounts ?? false,
      product: input.combinesWith?.productDiscounts ?? false,
      shipping: input.combinesWith?.shippingDiscounts ?? false,
    },
    tags: [...(input.tags ?? [])].sort(),
    recurringCycleLimit: input.recurringCycleLimit ?? 1,
    createdAt: now,
    updatedAt: now,
  };
}
