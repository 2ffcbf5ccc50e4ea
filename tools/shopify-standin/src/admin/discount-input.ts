/** `DiscountCodeBasicInput` after coercion, as far as the stand-in executes it. Instants: milliseconds since the epoch. */
export interface DiscountCodeBasicInput {
  title?: string | null;
  code?: string | null;
  startsAt?: number | null;
  endsAt?: number | null;
  usageLimit?: number | null;
  appliesOncePerCustomer?: boolean | null;
  recurringCycleLimit?: number | null;
  tags?: string[] | null;
  combinesWith?: {
    orderDiscounts?: boolean | null;
    productDiscounts?: boolean | null;
    shippingDiscounts?: boolean | null;
  } | null;
  context?: BuyerContext | null;
  /** deprecated in favour of `context` */
  customerSelection?: { all?: boolean | null; customers?: { add?: string[] | null } | null } | null;
  customerGets?: {
    items?: { all?: boolean | null } | null;
    value?: {
      percentage?: number | null;
      discountAmount?: { amount?: string | null; appliesOnEachItem?: boolean | null } | null;
      discountOnQuantity?: object | null;
    } | null;
  } | null;
  minimumRequirement?: {
    subtotal?: { greaterThanOrEqualToSubtotal?: string | null } | null;
    quantity?: { greaterThanOrEqualToQuantity?: string | null } | null;
  } | null;
}

interface BuyerContext {
  all?: 'ALL' | null;
  customers?: { add?: string[] | null } | null;
}

/** Global ids of the customers that may use it; null: everybody; undefined: the input does not say. */
export function chosenCustomers(input: DiscountCodeBasicInput): readonly string[] | null | undefined {
  const add = input.context?.customers?.add ?? input.customerSelection?.customers?.add;
  if (add) return add;
  return input.context?.all || input.customerSelection?.all ? null : undefined;
}
