import type { Discount } from '../../domain/discount.js';
import type { DiscountCodeBasicInput } from './operations/create-discount-code.js';

/** A discount for this customer alone, as often as the reward says, off the whole cart (domain.md 4.3). */
export function discountInput(discount: Discount, customerGid: string): DiscountCodeBasicInput {
  return {
    title: discount.title,
    code: discount.code,
    startsAt: discount.startsAt,
    endsAt: discount.endsAt,
    usageLimit: discount.uses,
    appliesOncePerCustomer: discount.uses === 1,
    context: { customers: { add: [customerGid] } },
    customerGets: {
      items: { all: true },
      value:
        'percentage' in discount.value
          ? { percentage: discount.value.percentage }
          : { discountAmount: { amount: discount.value.amount, appliesOnEachItem: false } },
    },
    minimumRequirement:
      discount.minimumSubtotal === null
        ? null
        : { subtotal: { greaterThanOrEqualToSubtotal: discount.minimumSubtotal } },
  };
}
